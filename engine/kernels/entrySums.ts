/** Sums over entries of a matrix A and of what it is compared with, H. */
export interface EntrySums {
  /** Σ A². */
  squares: number;
  /** Σ (A − H)². */
  differences: number;
  /** Largest |A|; of NaN no notice is taken, but Σ A² is NaN then. */
  largest: number;
}

/**
 * Adds the sums over the entries `from` … `end − 1`, Σ taken `times` times. O(end − from).
 * @param H as many entries as A; A itself where there is nothing to compare with
 */
export function addEntrySums(
  A: Float64Array,
  H: Float64Array,
  from: number,
  end: number,
  times: number,
  sums: EntrySums,
): void {
  let squares = 0;
  let differences = 0;
  let { largest } = sums;
  for (let at = from; at < end; at++) {
    const entry = A[at];
    const difference = entry - H[at];
    squares += entry * entry;
    differences += difference * difference;
    const size = Math.abs(entry);
    if (size > largest) largest = size;
  }
  sums.squares += times * squares;
  sums.differences += times * differences;
  sums.largest = largest;
}
