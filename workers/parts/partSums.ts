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

/** The diagonal entries of a packed share, in the order of its rows. O(rows). */
export function diagonalOf(share: Share, values: Float64Array): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  forEachRow(share, (row, from, end, at) => {
    if (end > row) found.push([row, values[at + row - from] ?? NaN]);
  });
  return found;
}

/**
 * The sums over a part's rows of a diagonal [W]. O(W).
 * @param exact H's share and Σ H² beside its diagonal, or null
 */
export function diagonalSums(
  share: Share,
  diagonal: Float64Array,
  exact: { readonly values: Float64Array; readonly beside: number } | null,
): PartSums {
  let squares = 0;
  let trace = 0;
  let largest = 0;
  // What of H is beside the diagonal is left over.
  let differences = exact?.beside ?? NaN;
  const add = (entry: number, ofH: number): void => {
    squares += entry * entry;
    trace += entry;
    largest = Math.max(largest, Math.abs(entry));
    differences += (entry - ofH) ** 2;
  };
  const rows = diagonalOf(share, exact?.values ?? new Float64Array(0));
  for (const [row, ofH] of rows) add(diagonal[row] ?? NaN, ofH);
  return { squares, differences, trace, largest };
}

/** The sums of two parts together. */
export const addSums = (a: PartSums, b: PartSums): PartSums => ({
  squares: a.squares + b.squares,
  differences: a.differences + b.differences,
  trace: a.trace + b.trace,
  largest: Math.max(a.largest, b.largest),
});
