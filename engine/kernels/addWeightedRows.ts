/** A run of rows, `count` of them `stride` entries apart. */
export interface Rows {
  readonly values: Float64Array;
  readonly at: number;
  readonly stride: number;
  readonly count: number;
}

/**
 * `to[n] += Σ_q w[weightAt + q·weightStride] · row_q[n]` for n < N: a weighted sum of rows, four at a
 * time so that `to` is read and written once for four. 2·count·N operations.
 */
export function addWeightedRows(
  { values, at, stride, count }: Rows,
  w: Float64Array,
  weightAt: number,
  weightStride: number,
  N: number,
  to: Float64Array,
  toAt: number,
): void {
  let q = 0;
  for (; q + 3 < count; q += 4) {
    const w0 = w[weightAt + q * weightStride];
    const w1 = w[weightAt + (q + 1) * weightStride];
    const w2 = w[weightAt + (q + 2) * weightStride];
    const w3 = w[weightAt + (q + 3) * weightStride];
    const r0 = at + q * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    for (let n = 0; n < N; n++) {
      to[toAt + n] += w0 * values[r0 + n] + w1 * values[r1 + n] + (w2 * values[r2 + n] + w3 * values[r3 + n]);
    }
  }
  for (; q < count; q++) {
    const weight = w[weightAt + q * weightStride];
    const row = at + q * stride;
    for (let n = 0; n < N; n++) to[toAt + n] += weight * values[row + n];
  }
}
