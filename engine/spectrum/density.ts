import { gaussQuadrature, type Quadrature } from './gaussQuadrature.ts';
import { type ProbeSettings, probesOf } from './probes.ts';

/** How the density of eigenvalues is estimated. */
export interface DensitySettings extends ProbeSettings {
  /** Products for each probe. */
  readonly steps: number;
}

/** A quadrature for each probe. */
export type SpectralQuadratures = readonly Quadrature[];

/**
 * Stochastic Lanczos quadrature: the mean of the probes' quadratures stands for `(1/W) Σ_i f(λ_i)` (Ubaru, Chen & Saad
 * 2017; Ghorbani, Krishnan & Xiao 2019). S k products and O(S k² W).
 * @throws what `probesOf` and `gaussQuadrature` throw
 */
export const spectralQuadratures = (
  apply: (v: Float64Array) => Float64Array,
  W: number,
  settings: DensitySettings,
): SpectralQuadratures => probesOf(W, settings).map((v) => gaussQuadrature(apply, v, settings.steps));

/** A density on a grid, with the standard error over the probes. */
export interface SmoothedDensity {
  readonly density: Float64Array;
  readonly standardError: Float64Array;
}

/**
 * `Σ_k τ_k N(λ | θ_k, width²)` at each λ of the grid: the eigenvalues of all W directions as a density of integral 1.
 * With the eigenvalues themselves as nodes and weights 1/W it is exact. O(grid · nodes).
 * @throws `width is not above 0: 0`
 */
export function smoothed({ nodes, weights }: Quadrature, grid: Float64Array, width: number): Float64Array {
  if (!(width > 0 && width < Infinity)) throw new Error(`width is not above 0: ${width}`);
  const height = 1 / (width * Math.sqrt(2 * Math.PI));
  return grid.map((at) =>
    nodes.reduce(
      (sum, node, k) => sum + weights[k] * height * Math.exp(-0.5 * ((at - node) / width) ** 2),
      0,
    ),
  );
}

/** The smoothed density of all eigenvalues of a full decomposition, each with weight 1/W. O(grid · W). */
export const exactDensity = (eigenvalues: Float64Array, grid: Float64Array, width: number): Float64Array =>
  smoothed({ nodes: eigenvalues, weights: eigenvalues.map(() => 1 / eigenvalues.length) }, grid, width);

/**
 * The smoothed density from the probes' quadratures. O(grid · S k).
 * @throws `width is not above 0: 0`
 */
export function estimatedDensity(
  quadratures: SpectralQuadratures,
  grid: Float64Array,
  width: number,
): SmoothedDensity {
  const S = quadratures.length;
  const each = quadratures.map((quadrature) => smoothed(quadrature, grid, width));
  const density = grid.map((_, g) => each.reduce((sum, values) => sum + values[g], 0) / S);
  const standardError = grid.map((_, g) =>
    Math.sqrt(each.reduce((sum, values) => sum + (values[g] - density[g]) ** 2, 0) / (S * (S - 1))),
  );
  return { density, standardError };
}
