import { createContext } from 'react';

/** Where floating layers are put: the open dialog, which lies above everything else, or the page. */
export const FloatingContainer = createContext<HTMLElement | null>(null);
