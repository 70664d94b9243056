/**
 * Softmax of K entries of `a` from `at`, written to `y` at the same place; returns ln Σ exp(a_k).
 * Shifted by the largest entry, so it never overflows (PRML 4.104).
 */
export function softmaxOf(a: Float64Array, K: number, at: number, y: Float64Array): number {
  let top = -Infinity;
  for (let k = at; k < at + K; k++) top = Math.max(top, a[k]);
  let sum = 0;
  for (let k = at; k < at + K; k++) sum += y[k] = Math.exp(a[k] - top);
  for (let k = at; k < at + K; k++) y[k] /= sum;
  return top + Math.log(sum);
}
