import type { Share } from '../../engine/network/shares.ts';

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
export function diagonalOf(
  { diagonal: { rows, places } }: Share,
  values: Float64Array,
  W: number,
): Float64Array {
  const diagonal = new Float64Array(W);
  for (let q = 0; q < rows.length; q++) diagonal[rows[q] ?? 0] = values[places[q] ?? 0] ?? NaN;
  return diagonal;
}

/** Sum of a share's entries on the diagonal. O(rows). */
export function traceOf({ diagonal: { places } }: Share, values: Float64Array): number {
  let trace = 0;
  for (const place of places) trace += values[place] ?? NaN;
  return trace;
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
