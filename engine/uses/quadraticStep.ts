import { frobenius } from '../curvature/compare.ts';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import type { MatrixId } from '../curvature/index.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { timesVector } from '../kernels/timesVector.ts';
import { errorOf, gradientOf } from '../products/gradient.ts';
import type { Inertia } from '../solve/inertia.ts';
import { inertiaOfFactor, solveSymmetric, symmetricFactor } from '../solve/symmetricFactor.ts';
import { chosenMatrix, scaledPlus } from './chosenMatrix.ts';

/** The step to the stationary point of a quadratic model, what the model expects of it, and what it does. */
export interface QuadraticStep {
  /** `d = −(A + λI)⁻¹ ∇E`; null where A + λI is singular to rounding. */
  readonly d: Float64Array | null;
  /** Of A + λI: with an eigenvalue below zero, d leads to a saddle of the model. */
  readonly inertia: Inertia;
  /** `‖d‖`. */
  readonly length: number;
  /** `∇Eᵀd + ½ dᵀAd`, what the model without λ expects of `E(w + d) − E(w)`. */
  readonly predicted: number;
  /** `E(w + d)`; not finite where it overflows. */
  readonly error: number;
  /** `(E(w + d) − E(w)) / predicted`, the gain ratio: 1 where the model is right. */
  readonly gain: number;
}

/**
 * One step with the matrix A of the list, damped by λ: Newton's with `exact`, Gauss–Newton's with `gauss-newton` and λ =
 * 0, Levenberg and Marquardt's with λ > 0 (Nocedal & Wright 2006, 3.3 and 10.3). O(N W² + W³).
 * @throws what `chosenMatrix` throws, `matrix has entries that are not finite: 3`
 */
export function quadraticStep(workspace: Workspace, matrix: MatrixId, damping: number): QuadraticStep {
  const { W } = workspace.topology;
  const { problem } = workspace;
  const g = gradientOf(workspace);
  const A = chosenMatrix(workspace, matrix);
  if (A.form !== 'dense') throw new Error(`a step needs a full matrix, this is a diagonal: ${matrix}`);
  const factor = symmetricFactor(scaledPlus(A, W, 1, damping).values, W);
  const inertia = inertiaOfFactor(factor);
  const d = solveSymmetric(
    factor,
    g.map((entry) => -entry),
  );
  if (d === null) return { d, inertia, length: NaN, predicted: NaN, error: NaN, gain: NaN };
  const Ad = timesVector(A.values, d, new Float64Array(W));
  const predicted = dot(g, 0, d, 0, W) + 0.5 * dot(d, 0, Ad, 0, W);
  const parameters = problem.parameters.map((weight, q) => weight + d[q]);
  const error = errorOf(createWorkspace({ ...problem, parameters }));
  const gain = (error - errorOf(workspace)) / predicted;
  return { d, inertia, length: frobenius({ form: 'diagonal', values: d }), predicted, error, gain };
}
