import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { activate, received, type RecurrentNetwork } from './network.ts';

/** How strongly a disturbance of a state comes back after one round. */
export interface Stability {
  /** Spectral radius `ρ(J) = max |λ|`: from 1 up, the undamped iteration does not return to the state. */
  readonly radius: number;
  /** `max Re λ`: from 1 up, the flow `dy/dt ∝ −y + σ(x) + I` itself leaves the state. */
  readonly abscissa: number;
  /** `max |1 − τ + τλ|`: from 1 up, relaxation by steps τ leaves the state. */
  readonly factor: number;
}

/** `J_ji = ∂(σ(x_j) + I_j)/∂y_i = σ'(x_j) w_ij` at a state y, [n × n], row j. O(n²). */
export function jacobianAt(network: RecurrentNetwork, y: Float64Array): Float64Array {
  const { units: n, weights } = network;
  const { s1 } = activate(network, received(weights, y));
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [j, i] = [Math.floor(at / n), at % n];
    return s1[j] * weights[i * n + j];
  });
}

/** Eigenvalues of the Jacobian at a state, real and imaginary parts, [n] each. */
export interface Eigenvalues {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** All eigenvalues of the Jacobian at a state; NaN where it is not finite. O(n³). */
export function eigenvaluesAt(network: RecurrentNetwork, y: Float64Array): Eigenvalues {
  const n = network.units;
  const J = jacobianAt(network, y);
  if (!J.every(Number.isFinite)) {
    return { real: new Float64Array(n).fill(NaN), imaginary: new Float64Array(n).fill(NaN) };
  }
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(Matrix.from1DArray(n, n, J));
  return { real: Float64Array.from(realEigenvalues), imaginary: Float64Array.from(imaginaryEigenvalues) };
}

/** The eigenvalues of the Jacobian at a state, summed up; NaN where it is not finite. O(n³). */
export function stabilityAt(network: RecurrentNetwork, y: Float64Array, rate: number): Stability {
  const { real, imaginary } = eigenvaluesAt(network, y);
  const most = (size: (re: number, im: number) => number): number =>
    Math.max(...real.map((re, q) => size(re, imaginary[q])));
  return {
    radius: most(Math.hypot),
    abscissa: most((re) => re),
    factor: most((re, im) => Math.hypot(1 - rate + rate * re, rate * im)),
  };
}
