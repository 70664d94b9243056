import { dot } from '../kernels/multiply.ts';
import { probeMean, type ProbeMean, type ProbeSettings, probesOf } from './probes.ts';

/**
 * `tr A ≈ (1/S) Σ vᵀAv` over S probes with entries ±1 (Hutchinson 1990), unbiased; its variance is
 * `2 Σ_{i≠j} A_ij² / S`, none where A is diagonal. S products.
 * @throws `probes are not a whole number from 2 up: 1`
 */
export const hutchinsonTrace = (
  apply: (v: Float64Array) => Float64Array,
  W: number,
  settings: ProbeSettings,
): ProbeMean => probeMean(Float64Array.from(probesOf(W, settings), (v) => dot(v, 0, apply(v), 0, W)));
