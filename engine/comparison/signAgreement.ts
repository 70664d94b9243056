/** How often the signs of an approximation are those of H, each as a share in [0, 1]. */
export interface SignAgreement {
  /** Of all W² entries; an entry that is 0 agrees with one that is 0. */
  readonly all: number;
  /** Of those with |H_ij| above `threshold`. */
  readonly above: number;
  readonly threshold: number;
  readonly countAbove: number;
  /** `Σ |H_ij| [same sign] / Σ |H_ij|`. */
  readonly weighted: number;
}

/** Entries above this part of the largest |H_ij| are those that matter. */
const LARGE = 1e-2;
/** What is below this part of the largest |H_ij| is rounding: it has no sign. */
const ROUNDING = 1e-13;

/**
 * Sign agreement of A with H, both [W × W]: over all entries, over those with |H_ij| > 10⁻² max |H|, and weighted by
 * |H_ij|. Below 10⁻¹³ max |H| an entry counts as 0. Shares of nothing are NaN. O(W²).
 */
export function signAgreement(A: Float64Array, H: Float64Array): SignAgreement {
  let largest = 0;
  for (const entry of H) largest = Math.max(largest, Math.abs(entry));
  const threshold = LARGE * largest;
  const floor = ROUNDING * largest;
  const sign = (x: number): number => (Math.abs(x) <= floor ? 0 : Math.sign(x));
  let [same, sameAbove, countAbove, sameWeight, weight] = [0, 0, 0, 0, 0];
  for (let q = 0; q < H.length; q++) {
    const size = Math.abs(H[q]);
    const agrees = sign(A[q]) === sign(H[q]) ? 1 : 0;
    same += agrees;
    weight += size;
    sameWeight += agrees * size;
    if (size > threshold) {
      countAbove += 1;
      sameAbove += agrees;
    }
  }
  return {
    all: same / H.length,
    above: sameAbove / countAbove,
    threshold,
    countAbove,
    weighted: sameWeight / weight,
  };
}
