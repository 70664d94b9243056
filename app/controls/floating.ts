import { createContext } from 'react';
import type { RefObject } from 'react';

/** Where floating layers are put: the open dialog, which lies above everything else, or the page. */
export const FloatingContainer = createContext<HTMLElement | null>(null);

/** What a floating layer knows of the button that opens it. */
export interface FloatingProps {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}
