import type { Mix } from './loops.ts';

/** `x_i y_p` for all pairs of rows of N numbers: `[p][i][N]`, only i ≤ p where `symmetric`. */
export function pairRows(
  numbers: Float64Array,
  x: number,
  xs: number,
  y: number,
  ys: number,
  symmetric: boolean,
  N: number,
  to: number,
): void {
  let at = to;
  for (let p = 0; p < ys; p++) {
    const last = symmetric ? p + 1 : xs;
    for (let i = 0; i < last; i++) {
      for (let n = 0; n < N; n++) numbers[at++] = numbers[x + i * N + n] * numbers[y + p * N + n];
    }
  }
}

/** `to_j = times_j Σ_q w[j,q] from_q`, four rows at a time so that `to` is read and written once for four. */
export function mixRows(numbers: Float64Array, mix: Mix, add: boolean): void {
  const { from, fromStride, count, w, wStride, wOutStride, to, toStride, outs, N, times } = mix;
  for (let j = 0; j < outs; j++) {
    const out = to + j * toStride;
    if (!add) numbers.fill(0, out, out + N);
    let q = 0;
    for (; q + 3 < count; q += 4) {
      const at = w + j * wOutStride + q * wStride;
      const w0 = numbers[at];
      const w1 = numbers[at + wStride];
      const w2 = numbers[at + 2 * wStride];
      const w3 = numbers[at + 3 * wStride];
      const r0 = from + q * fromStride;
      const r1 = r0 + fromStride;
      const r2 = r1 + fromStride;
      const r3 = r2 + fromStride;
      for (let n = 0; n < N; n++) {
        numbers[out + n] +=
          w0 * numbers[r0 + n] + w1 * numbers[r1 + n] + (w2 * numbers[r2 + n] + w3 * numbers[r3 + n]);
      }
    }
    for (; q < count; q++) {
      const weight = numbers[w + j * wOutStride + q * wStride];
      const row = from + q * fromStride;
      for (let n = 0; n < N; n++) numbers[out + n] += weight * numbers[row + n];
    }
    if (times !== undefined) timesRows(numbers, out, times + j * N, N);
  }
}

/** `to *= by`, entry by entry. */
export function timesRows(numbers: Float64Array, to: number, by: number, count: number): void {
  for (let q = 0; q < count; q++) numbers[to + q] *= numbers[by + q];
}

/** `to -= by`, entry by entry. */
export function minusRows(numbers: Float64Array, to: number, by: number, count: number): void {
  for (let q = 0; q < count; q++) numbers[to + q] -= numbers[by + q];
}
