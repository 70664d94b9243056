import { indicesIn, type Part } from './groups.ts';
import { runsOf, type Run } from './runs.ts';
import type { Topology } from './topology.ts';

/**
 * Rows and columns of a symmetric matrix's lower triangle, packed from `at` on: row by row, each up to the diagonal.
 * Columns are the rows themselves, a triangle, or all before them, a rectangle.
 */
export interface ShareBlock {
  readonly rows: Run;
  readonly columns: Run;
  readonly at: number;
}

/**
 * What of a symmetric matrix [W × W] is a part's: the entries of its lower triangle between the part's groups and
 * themselves or earlier ones. The shares of all parts are the lower triangle.
 */
export interface Share {
  readonly blocks: readonly ShareBlock[];
  /** Entries packed. */
  readonly size: number;
  /** The diagonal's entries: the rows that the share has, and where each's is packed. */
  readonly diagonal: { readonly rows: Int32Array; readonly places: Int32Array };
}

/** Entries of a block. */
const sizeOf = (rows: Run, columns: Run): number => {
  const count = rows.end - rows.from;
  return rows.from === columns.from ? (count * (count + 1)) / 2 : count * (columns.end - columns.from);
};

const known = new WeakMap<Topology, Map<string, Share>>();

/** A part's share, or the whole lower triangle; made once for a topology. O(W log W). */
export function shareOf(topology: Topology, part?: Part): Share {
  const shares = known.get(topology) ?? new Map<string, Share>();
  known.set(topology, shares);
  const key = part === undefined ? '' : `${part.first} ${part.end}`;
  const share = shares.get(key) ?? layOut(topology, part);
  shares.set(key, share);
  return share;
}

function layOut(topology: Topology, part: Part | undefined): Share {
  const own = runsOf(indicesIn(topology, part));
  const before = part === undefined ? [] : runsOf(indicesIn(topology, { first: 0, end: part.first }));
  const blocks: ShareBlock[] = [];
  let size = 0;
  const add = (rows: Run, columns: Run): void => {
    blocks.push({ rows, columns, at: size });
    size += sizeOf(rows, columns);
  };
  // Runs do not overlap: of two, the one with the larger indices has the rows of the lower triangle.
  for (const run of own) {
    for (const columns of own) if (columns.from <= run.from) add(run, columns);
    for (const other of before) {
      if (other.from < run.from) add(run, other);
      else add(other, run);
    }
  }
  return { blocks, size, diagonal: diagonalIn(blocks) };
}

function diagonalIn(blocks: readonly ShareBlock[]): Share['diagonal'] {
  const rows: number[] = [];
  const places: number[] = [];
  for (const { rows: run, columns, at } of blocks) {
    if (run.from !== columns.from) continue;
    for (let row = run.from, place = at; row < run.end; row++) {
      place += row - run.from;
      rows.push(row);
      places.push(place);
      place += 1;
    }
  }
  return { rows: Int32Array.from(rows), places: Int32Array.from(places) };
}

/** Visits the rows of a share: row, first column, the column after the last, place in the packed entries. O(rows). */
export function forEachRow(
  { blocks }: Share,
  visit: (row: number, from: number, end: number, at: number) => void,
): void {
  for (const { rows, columns, at } of blocks) {
    let place = at;
    for (let row = rows.from; row < rows.end; row++) {
      const end = Math.min(columns.end, row + 1);
      visit(row, columns.from, end, place);
      place += end - columns.from;
    }
  }
}

/** Where entry (row, column), row ≥ column, is packed; −1 where it is another part's. O(blocks). */
export function placeIn({ blocks }: Share, row: number, column: number): number {
  for (const { rows, columns, at } of blocks) {
    if (row < rows.from || row >= rows.end || column < columns.from || column >= columns.end) continue;
    const above = row - rows.from;
    const triangle = rows.from === columns.from;
    const start = triangle ? (above * (above + 1)) / 2 : above * (columns.end - columns.from);
    return at + start + column - columns.from;
  }
  return -1;
}
