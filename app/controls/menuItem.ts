import type { ReactNode } from 'react';

/** A command of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}
