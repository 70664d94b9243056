import type { Cell } from '../../engine/notebook/notebook.ts';

/** An experiment's cell and the cells that it governs, up to the next experiment. */
export interface Group {
  /** Null for what stands before the first experiment. */
  readonly experiment: Cell<'experiment'> | null;
  /** The experiment's own cell first. */
  readonly cells: readonly Cell[];
}

/** The cells of a notebook by the experiment that governs them. O(cells). */
export function groupsOf(cells: readonly Cell[]): readonly Group[] {
  const groups: { experiment: Cell<'experiment'> | null; cells: Cell[] }[] = [
    { experiment: null, cells: [] },
  ];
  for (const cell of cells) {
    if (cell.kind === 'experiment') groups.push({ experiment: cell, cells: [cell] });
    else groups.at(-1)?.cells.push(cell);
  }
  return groups.filter((group) => group.cells.length > 0);
}
