import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { gaussNewton } from '../../curvature/gaussNewton.ts';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { dot } from '../../kernels/multiply.ts';
import { errorsAt } from '../../products/errorsAt.ts';
import { errorOf, gradientOf } from '../../products/gradient.ts';
import { adaptedDamping, SMALLEST_DAMPING } from './adaptedDamping.ts';
import { isFiniteState, type Optimiser, type Step } from './optimiser.ts';

const TRIES = 24;
/** A predicted decrease below this share of E is the end: no digit on show would change. */
const CONVERGED = 1e-12;

/** Levenberg–Marquardt (Nielsen 1999). */
export const levenbergMarquardt: Optimiser = {
  label: 'Levenberg–Marquardt',
  formula: String.raw`(G+\lambda I)\,\mathbf d=-\nabla E`,
  usesLearningRate: false,
  largestW: 1500,
};

/**
 * Levenberg–Marquardt: solve `(G + λI) d = −∇E`, G the Gauss–Newton matrix with weight decay, and adapt λ
 * by the gain ratio ρ of the true to the predicted decrease (Nielsen 1999): accepted steps multiply λ by
 * max(1/3, 1 − (2ρ − 1)³), refused ones by 4. O(N W² + W³) a step.
 */
export const levenbergMarquardtStep: Step = (problem, state) => {
  const workspace = createWorkspace({ ...problem, parameters: state.parameters });
  const error = errorOf(workspace);
  const errorAt = errorsAt(workspace);
  const g = gradientOf(workspace);
  const W = g.length;
  const G = gaussNewton.compute(workspace).values;
  let damping = Math.max(state.damping, SMALLEST_DAMPING);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const d = solve(G, damping, g);
    const predicted = d === null ? 0 : 0.5 * (damping * dot(d, 0, d, 0, W) - dot(d, 0, g, 0, W));
    if (d !== null && predicted <= CONVERGED * Math.abs(error)) return { status: 'stuck', state };
    const parameters = state.parameters.map((weight, index) => weight + (d === null ? 0 : d[index]));
    const reached = d === null ? NaN : errorAt(parameters);
    const gain = (error - reached) / predicted;
    if (gain > 0) {
      const next = { parameters, error: reached, damping: adaptedDamping(damping, gain) };
      return isFiniteState(next) ? { status: 'running', state: next } : { status: 'diverged', state };
    }
    damping = adaptedDamping(damping, gain);
  }
  return { status: 'stuck', state: { ...state, damping } };
};

/** d = −(G + λI)⁻¹ g by Cholesky; null where G + λI is not positive definite. */
function solve(G: Float64Array, damping: number, g: Float64Array): Float64Array | null {
  const W = g.length;
  const A = Matrix.from1DArray(W, W, G);
  for (let q = 0; q < W; q++) A.set(q, q, A.get(q, q) + damping);
  const factor = new CholeskyDecomposition(A);
  if (!factor.isPositiveDefinite()) return null;
  const d = Float64Array.from(factor.solve(Matrix.columnVector(g)).to1DArray(), (entry) => -entry);
  return d.every(Number.isFinite) ? d : null;
}
