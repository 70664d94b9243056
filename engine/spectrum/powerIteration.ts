import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';

/** What repeated products reached. */
export interface PowerIteration {
  /** Rayleigh quotient `vᵀAv` of the unit vector below: the eigenvalue of largest |λ| once it has converged. */
  readonly value: number;
  readonly vector: Float64Array;
  /** Rayleigh quotients, and residuals `‖Av − θv‖`, after 1, 2, … products. */
  readonly values: readonly number[];
  readonly residuals: readonly number[];
  /** `steps`: the two largest |λ| are too close, or of one size with opposite signs. */
  readonly status: 'converged' | 'steps';
}

export interface PowerSettings {
  readonly seed: number;
  /** Products at most. */
  readonly steps: number;
  /** Of the residual beside |θ|. */
  readonly tolerance: number;
}

/**
 * The eigenvalue of largest |λ| of a symmetric operator by power iteration from a random vector; the angle to the
 * eigenvector shrinks by `|λ₂/λ₁|` a step, so it does not converge where λ and −λ are both largest. A residual r means
 * an eigenvalue within r of θ. One product a step.
 * @throws `steps are not a whole number from 1 up: 0`, `product is not finite: NaN`
 */
export function powerIteration(
  apply: (v: Float64Array) => Float64Array,
  W: number,
  { seed, steps, tolerance }: PowerSettings,
): PowerIteration {
  if (!(Number.isInteger(steps) && steps > 0)) {
    throw new Error(`steps are not a whole number from 1 up: ${steps}`);
  }
  const norm = (x: Float64Array): number => Math.sqrt(dot(x, 0, x, 0, W));
  const start = gaussians(seed, W);
  const first = norm(start);
  let vector = start.map((entry) => entry / first);
  const values: number[] = [];
  const residuals: number[] = [];
  for (;;) {
    const image = apply(vector);
    const value = dot(vector, 0, image, 0, W);
    if (!Number.isFinite(value)) throw new Error(`product is not finite: ${value}`);
    const residual = norm(image.map((entry, q) => entry - value * vector[q]));
    values.push(value);
    residuals.push(residual);
    const converged = residual <= tolerance * Math.abs(value);
    if (converged || values.length === steps) {
      return { value, vector, values, residuals, status: converged ? 'converged' : 'steps' };
    }
    const size = norm(image);
    vector = image.map((entry) => entry / size);
  }
}
