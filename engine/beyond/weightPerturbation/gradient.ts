import type { Estimate, Perturbations } from './perturbations.ts';

/**
 * `∂E/∂w_i ≈ ⟨Δw_i ΔE⟩/⟨Δw_i²⟩` for each weight from ΔE alone (Pearlmutter 1994, section 4.4), the least-squares slope
 * through 0, with its standard error that allows for errors of any size, `√(S/(S−1) Σ Δw_i² r²)/Σ Δw_i²` with
 * `r = ΔE − g_i Δw_i` (White 1980). On a quadratic error its mean is the gradient. O(S W).
 * @throws `samples are not enough for standard errors: 1`
 */
export function gradientEstimate({ W, S, dW, dE }: Perturbations): Estimate {
  if (S < 2) throw new Error(`samples are not enough for standard errors: ${S}`);
  const mean = new Float64Array(W);
  const squares = new Float64Array(W);
  for (let s = 0; s < S; s++) {
    for (let i = 0; i < W; i++) {
      mean[i] += dW[s * W + i] * dE[s];
      squares[i] += dW[s * W + i] ** 2;
    }
  }
  for (let i = 0; i < W; i++) mean[i] /= squares[i];
  const standardError = new Float64Array(W);
  for (let s = 0; s < S; s++) {
    for (let i = 0; i < W; i++) {
      standardError[i] += (dW[s * W + i] * (dE[s] - mean[i] * dW[s * W + i])) ** 2;
    }
  }
  for (let i = 0; i < W; i++) {
    standardError[i] = Math.sqrt((standardError[i] * S) / (S - 1)) / squares[i];
  }
  return { mean, standardError };
}
