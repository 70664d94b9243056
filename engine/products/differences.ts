import type { Problem } from '../experiment/problem.ts';
import { errorAndGradient } from './ofProblem.ts';

/** ∇E(w + rv). */
function gradientAt(problem: Problem, v: Float64Array, r: number): Float64Array {
  const parameters = problem.parameters.map((weight, index) => weight + r * v[index]);
  return errorAndGradient({ ...problem, parameters }).gradient;
}

/** One-sided difference `(∇E(w+rv) − ∇E(w))/r` ≈ Hv; truncation O(r), cancellation O(1/r). Two gradients. */
export function oneSidedHessianVector(problem: Problem, v: Float64Array, r: number): Float64Array {
  const here = gradientAt(problem, v, 0);
  return gradientAt(problem, v, r).map((there, index) => (there - here[index]) / r);
}

/** Central difference `(∇E(w+rv) − ∇E(w−rv))/2r` ≈ Hv (PRML 5.91); truncation O(r²). Two gradients. */
export function centralHessianVector(problem: Problem, v: Float64Array, r: number): Float64Array {
  const back = gradientAt(problem, v, -r);
  return gradientAt(problem, v, r).map((there, index) => (there - back[index]) / (2 * r));
}

/**
 * The step r at which truncation and rounding are about equal, for ‖w‖ of order 1: ε^(1/2) one-sided,
 * ε^(1/3) central, over ‖v‖, ε = 2⁻⁵².
 */
export function suggestedStep(problem: Problem, v: Float64Array, kind: 'one-sided' | 'central'): number {
  const size = (x: Float64Array): number => Math.sqrt(x.reduce((sum, entry) => sum + entry * entry, 0));
  const scale = Math.max(1, size(problem.parameters)) / (size(v) || 1);
  return scale * Number.EPSILON ** (kind === 'one-sided' ? 1 / 2 : 1 / 3);
}
