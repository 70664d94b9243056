/** Logistic sigmoid 1/(1+e⁻ᵃ), accurate in both tails: no overflow, no cancellation (PRML 4.59). */
export function sigmoid(a: number): number {
  if (a >= 0) return 1 / (1 + Math.exp(-a));
  const e = Math.exp(a);
  return e / (1 + e);
}
