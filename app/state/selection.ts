import { createStore } from 'zustand';

/** A cell of every matrix: two indices into the parameter vector. */
export interface Entry {
  readonly row: number;
  readonly column: number;
}

/** What the person points at: shared by the network drawing, the matrices and the inspector, not undone. */
export interface SelectionState {
  /** Index of the selected weight or bias. */
  readonly parameter: number | null;
  /** The entry that stays selected (click, arrow keys). */
  readonly entry: Entry | null;
  /** The entry under the pointer; wins over `entry` while it lasts. */
  readonly hover: Entry | null;
}

export const createSelection = () =>
  createStore<SelectionState>()(() => ({ parameter: null, entry: null, hover: null }));
