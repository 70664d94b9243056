import { addEntrySums, type EntrySums } from '../../engine/kernels/entrySums.ts';
import { lengthOf, type OwnedRows } from '../../engine/network/ownedRows.ts';

/** Sums over a part's share of a matrix, mirror images counted: those of all parts add up to the whole's. */
export interface PartSums {
  /** Σ A². */
  readonly squares: number;
  /** Σ (A − H)². */
  readonly differences: number;
  readonly trace: number;
  /** Largest |entry|; NaN as soon as one entry is not a number. */
  readonly largest: number;
}

/**
 * Sums over a part's rows, packed (parts/packRows.ts) or, with `W`, in their place in a matrix [W × W]; `exact` are
 * those of H, or null where it is not there. O(entries).
 */
export function partSums(
  shares: readonly OwnedRows[],
  values: Float64Array,
  exact: Float64Array | null,
  W: number | null,
): PartSums {
  const sums: EntrySums = { squares: 0, differences: 0, largest: 0 };
  let trace = 0;
  let next = 0;
  for (const { rows, earlier, own } of shares) {
    const runs = [
      ...earlier.map((run) => ({ ...run, times: 2 })),
      ...own.map((run) => ({ ...run, times: 1 })),
    ];
    for (const row of rows) {
      for (const { from, end, times } of runs) {
        const start = W === null ? next : row * W + from;
        next += end - from;
        if (row >= from && row < end) trace += values[start + row - from] ?? NaN;
        addEntrySums(values, exact ?? values, start, start + end - from, times, sums);
      }
    }
  }
  const { squares, differences, largest } = sums;
  return {
    squares,
    differences: exact === null ? NaN : differences,
    trace,
    largest: Number.isNaN(squares) ? NaN : largest,
  };
}

/** The same for a diagonal [W] in place of a whole matrix; `exactSquares` is Σ H² over the rows. O(W). */
export function diagonalSums(
  shares: readonly OwnedRows[],
  diagonal: Float64Array,
  exact: Float64Array | null,
  exactSquares: number,
  W: number | null,
): PartSums {
  const rows = shares.flatMap((share) => share.rows);
  const own = Float64Array.from(rows, (row) => diagonal[row] ?? NaN);
  const sum = (f: (entry: number, index: number) => number): number =>
    own.reduce((total, entry, index) => total + f(entry, index), 0);
  const square = (x: number): number => x * x;
  const ofH = exact === null ? null : diagonalOf(shares, exact, W);
  // All of H but its diagonal is left over.
  const rest = exactSquares - sum((_, q) => square(ofH?.[q] ?? NaN));
  return {
    squares: sum(square),
    differences: rest + sum((entry, q) => square(entry - (ofH?.[q] ?? NaN))),
    trace: sum((entry) => entry),
    largest: own.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0),
  };
}

/** The diagonal entries of a part's rows, row by row. */
function diagonalOf(shares: readonly OwnedRows[], values: Float64Array, W: number | null): readonly number[] {
  if (W !== null) return shares.flatMap(({ rows }) => rows.map((row) => values[row * (W + 1)] ?? NaN));
  const found: number[] = [];
  let at = 0;
  for (const { rows, earlier, own } of shares) {
    const before = lengthOf(earlier);
    const length = before + lengthOf(own);
    // The own columns are the rows' own indices, in their order.
    rows.forEach((_, index) => found.push(values[at + index * length + before + index] ?? NaN));
    at += rows.length * length;
  }
  return found;
}

/** The sums of two parts together. */
export const addSums = (a: PartSums, b: PartSums): PartSums => ({
  squares: a.squares + b.squares,
  differences: a.differences + b.differences,
  trace: a.trace + b.trace,
  largest: Math.max(a.largest, b.largest),
});
