import { cholesky } from '../solve/cholesky.ts';
import { type DensitySettings, spectralQuadratures } from './density.ts';
import { probeMean, type ProbeMean } from './probes.ts';

/**
 * `ln |A| = 2 Σ ln L_ii` of a symmetric positive definite A [W × W] by Cholesky; null where A is not positive definite,
 * so that the logarithm of its determinant would not be what evidence needs. O(W³/3).
 */
export function logDeterminantByCholesky(A: Float64Array, W: number): number | null {
  const L = cholesky(A, W);
  if (L === null) return null;
  let sum = 0;
  for (let q = 0; q < W; q++) sum += Math.log(L[q * (W + 1)]);
  return 2 * sum;
}

/**
 * `ln |A| = tr ln A ≈ (W/S) Σ_s Σ_k τ_k ln θ_k` by stochastic Lanczos quadrature (Ubaru, Chen & Saad 2017). The standard
 * error is that of the probes; with fewer steps than different eigenvalues the quadrature adds an error of its own,
 * which falls fast as steps grow and is the slower the larger the condition number. S k products.
 * @throws `operator is not positive definite, an eigenvalue is at most: -0.2`, and what `spectralQuadratures` throws
 */
export function logDeterminantByQuadrature(
  apply: (v: Float64Array) => Float64Array,
  W: number,
  settings: DensitySettings,
): ProbeMean {
  const quadratures = spectralQuadratures(apply, W, settings);
  const smallest = Math.min(...quadratures.map(({ nodes }) => nodes[0]));
  // Ritz values lie within the spectrum: the smallest eigenvalue is no larger.
  if (!(smallest > 0)) {
    throw new Error(`operator is not positive definite, an eigenvalue is at most: ${smallest}`);
  }
  const values = quadratures.map(({ nodes, weights }) =>
    nodes.reduce((sum, node, k) => sum + W * weights[k] * Math.log(node), 0),
  );
  return probeMean(Float64Array.from(values));
}
