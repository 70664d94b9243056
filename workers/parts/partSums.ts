import { forEachRow, type Share } from '../../engine/network/shares.ts';

/** Sums over a part's share of a matrix, mirror images counted: those of all parts add up to the whole's. */
export interface PartSums {
  /** Σ A². */
  readonly squares: number;
  /** Σ (A − H)²; NaN where H is not there. */
  readonly differences: number;
  readonly trace: number;
  /** Largest |entry|; NaN as soon as one entry is not a number. */
  readonly largest: number;
}

/** The diagonal of a share, [W]: 0 in the rows of other parts. O(W). */
export function diagonalOf(share: Share, values: Float64Array, W: number): Float64Array {
  const diagonal = new Float64Array(W);
  forEachRow(share, (row, from, end, at) => {
    if (end > row) diagonal[row] = values[at + row - from] ?? NaN;
  });
  return diagonal;
}

/** The sums of a diagonal [W], all of it; what it is compared with comes in parts (`differencesOf`). O(W). */
export function diagonalSums(diagonal: Float64Array): PartSums {
  let squares = 0;
  let trace = 0;
  let largest = 0;
  for (const entry of diagonal) {
    squares += entry * entry;
    trace += entry;
    largest = Math.max(largest, Math.abs(entry));
  }
  return { squares, differences: NaN, trace, largest };
}

/** Σ (A − H)² for a diagonal A: H's diagonal, and Σ H² beside it, mirror images counted. O(W). */
export function differencesOf(diagonal: Float64Array, ofH: Float64Array, beside: number): number {
  return diagonal.reduce((sum, entry, q) => sum + (entry - (ofH[q] ?? NaN)) ** 2, beside);
}

/** The sums of two parts together. */
export const addSums = (a: PartSums, b: PartSums): PartSums => ({
  squares: a.squares + b.squares,
  differences: a.differences + b.differences,
  trace: a.trace + b.trace,
  largest: Math.max(a.largest, b.largest),
});
