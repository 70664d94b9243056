/** Some entries of the lower triangle, diagonal included. */
export interface EntrySample {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Entries of the whole triangle, W(W+1)/2. */
  readonly total: number;
  /** How many of the sample are the largest, in front; the rest are evenly spaced. */
  readonly largest: number;
}

/** As many entries at most. */
export const MOST_ENTRIES = 4000;

/** Sizes are told apart by the upper 16 bits of a float32: to 1 part in 128. */
const BINS = 1 << 15;

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

function binOf(size: number): number {
  float[0] = size;
  return word[0] >>> 16;
}

/**
 * At most `most` entries to plot A against H, both [W × W]: the whole lower triangle where it has no more; else
 * `most/2` of the largest max(|A_ij|, |H_ij|), as far as one part in 128 tells them apart, and `most/2` of the others,
 * evenly spaced in their order. The same for the same matrices. O(W²).
 */
export function entrySample(A: Float64Array, H: Float64Array, W: number, most = MOST_ENTRIES): EntrySample {
  const total = (W * (W + 1)) / 2;
  const sizeAt = (row: number, column: number): number =>
    Math.max(Math.abs(A[row * W + column]), Math.abs(H[row * W + column]));
  const some = total > most;
  const want = some ? Math.floor(most / 2) : 0;
  const { bin, fromBin } = some ? cut(W, sizeAt, want) : { bin: 0, fromBin: 0 };
  const top: [number, number][] = [];
  const rest: [number, number][] = [];
  const spaced = some ? most - want : total;
  const others = total - want;
  let [taken, passed] = [0, 0];
  for (let row = 0; row < W; row++) {
    for (let column = 0; column <= row; column++) {
      const own = some ? binOf(sizeAt(row, column)) : 0;
      if (some && (own > bin || (own === bin && taken < fromBin))) {
        if (own === bin) taken += 1;
        top.push([row, column]);
        continue;
      }
      // One more whenever the evenly spaced places pass a whole number.
      if (Math.floor(((passed + 1) * spaced) / others) > rest.length) rest.push([row, column]);
      passed += 1;
    }
  }
  const chosen = [...top, ...rest];
  return {
    rows: Int32Array.from(chosen, ([row]) => row),
    columns: Int32Array.from(chosen, ([, column]) => column),
    total,
    largest: top.length,
  };
}

/** The bin of the `want`-th largest size, and how many are to be taken from it. */
function cut(
  W: number,
  sizeAt: (row: number, column: number) => number,
  want: number,
): { bin: number; fromBin: number } {
  const counts = new Int32Array(BINS);
  for (let row = 0; row < W; row++)
    for (let column = 0; column <= row; column++) counts[binOf(sizeAt(row, column))] += 1;
  let above = 0;
  for (let bin = BINS - 1; bin >= 0; bin--) {
    if (above + counts[bin] >= want) return { bin, fromBin: want - above };
    above += counts[bin];
  }
  throw new Error(`internal: fewer entries than asked for: ${above}`);
}
