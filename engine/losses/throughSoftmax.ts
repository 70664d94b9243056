/**
 * Writes `Jᵀ diag(d) J` of one pattern at `at · K`, J = ∂y/∂a = diag y − y yᵀ of softmax, d one entry an
 * output. O(K³).
 */
export function throughSoftmax(
  y: Float64Array,
  d: Float64Array,
  K: number,
  at: number,
  S: Float64Array,
): void {
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) {
        const Jki = y[at + k] * ((k === i ? 1 : 0) - y[at + i]);
        const Jkj = y[at + k] * ((k === j ? 1 : 0) - y[at + j]);
        sum += Jki * d[k] * Jkj;
      }
      S[at * K + i * K + j] = sum;
    }
  }
}
