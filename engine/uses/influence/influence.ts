import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { type MatrixId, matrixOf } from '../../curvature/index.ts';
import { patternGradients } from '../../curvature/patternGradients.ts';
import type { Workspace } from '../../curvature/workspace.ts';
import type { Problem } from '../../experiment/problem.ts';
import { dot } from '../../kernels/multiply.ts';
import { errorOf, gradientOf } from '../../products/gradient.ts';
import { jacobianVector } from '../../products/jacobianVector.ts';
import { chosenMatrix, scaledPlus } from '../chosenMatrix.ts';
import { type Factored, factored, inverseForm, solveFactored } from '../positiveDefinite.ts';
import { type DataEdit, editedProblem, patternOf, patternTerms } from './dataEdit.ts';

/** What all edits of one trained network have in common. */
export interface InfluenceModel {
  readonly workspace: Workspace;
  /** Of H + λI, H the curvature of E at the minimum. */
  readonly factor: Factored;
  /** `‖∇E‖`: 0 at a minimum, where alone the predictions are meant. */
  readonly gradientNorm: number;
}

/** What an edit does: predicted, or found by retraining. */
export interface Change {
  /** Change of the weights, [W]. */
  readonly dw: Float64Array;
  /** Minimum of the edited error less E before the edit, weight decay included. */
  readonly error: number;
  /** Change of E_n of the pattern itself: where it was when it is removed, where it is now when it is moved. */
  readonly patternError: number;
}

/**
 * Factors H once for all edits. O(N W² + W³).
 * @param damping λ ≥ 0 on H's diagonal
 * @throws `H is not positive definite, eigenvalues above, at and below zero: 17, 0, 4`
 */
export function influenceModel(problem: Problem, matrix: MatrixId = 'exact', damping = 0): InfluenceModel {
  if (!(damping >= 0)) throw new Error(`damping must not be below zero, damping is: ${damping}`);
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const H = scaledPlus(chosenMatrix(workspace, matrix), W, 1, damping);
  const name = matrix === 'exact' ? 'H' : `the matrix ${matrixOf(matrix).label}`;
  const factor = factored(H, W, damping > 0 ? `${name} + ${damping} I` : name);
  const g = gradientOf(workspace);
  return { workspace, factor, gradientNorm: Math.sqrt(dot(g, 0, g, 0, W)) };
}

/**
 * To first order in the edit: `δw = −H⁻¹ g` with g the gradient that the edit leaves at the minimum, `−c ∇E_n` for a
 * removal (so `δw = H⁻¹ c ∇E_n`), `c (∇E_n' − ∇E_n)` for a move (Cook & Weisberg 1982, Koh & Liang 2017). The error
 * changes by what the edit adds at once and `½ gᵀδw`, the pattern's own by `∇E_n·δw`. O(N W + W²).
 * @throws what editedProblem throws
 */
export function predictedChange({ workspace, factor }: InfluenceModel, edit: DataEdit): Change {
  const { problem, c } = workspace;
  const W = factor.W;
  editedProblem(problem, edit); // refuses what is out of range
  const was = patternOf(problem, edit.n);
  const before = patternTerms(problem, was.input, was.target);
  const after = edit.kind === 'move' ? patternTerms(problem, edit.input, edit.target) : null;
  const g = before.g.map((entry, q) => c * ((after?.g[q] ?? 0) - entry));
  const dw = solveFactored(factor, g).map((entry) => -entry);
  const own = after ?? before;
  return {
    dw,
    error: c * ((after?.E ?? 0) - before.E) + 0.5 * dot(g, 0, dw, 0, W),
    patternError: dot(own.g, 0, dw, 0, W),
  };
}

/**
 * One Newton step on the edited error, `δw = −H'⁻¹ ∇E'` with H' without the pattern, or with it in its new place:
 * exact where E is quadratic. O(N W² + W³).
 * @throws `H after the edit is not positive definite, …`, what editedProblem throws
 */
export function newtonChange(problem: Problem, edit: DataEdit): Change {
  const { problem: edited, scale } = editedProblem(problem, edit);
  const workspace = createWorkspace(edited);
  const { W } = workspace.topology;
  const g = gradientOf(workspace);
  const factor = factored(chosenMatrix(workspace, 'exact'), W, 'H after the edit');
  const dw = solveFactored(factor, g).map((entry) => -entry);
  const pattern = edit.kind === 'move' ? edit : patternOf(problem, edit.n);
  const own = patternTerms(problem, pattern.input, pattern.target);
  const before = errorOf(createWorkspace(problem));
  return {
    dw,
    error: scale * (errorOf(workspace) + 0.5 * dot(g, 0, dw, 0, W)) - before,
    patternError: dot(own.g, 0, dw, 0, W),
  };
}

/**
 * For the removal of each pattern, [N] each: predicted `‖δw‖` and predicted rise of its own error,
 * `c ∇E_nᵀ H⁻¹ ∇E_n ≥ 0`. O(N W²).
 */
export function removals({ workspace, factor }: InfluenceModel): {
  readonly lengths: Float64Array;
  readonly patternErrors: Float64Array;
} {
  const { c, backward, forward } = workspace;
  const { W } = factor;
  const { N } = forward;
  const table = patternGradients(workspace, backward.delta);
  const lengths = new Float64Array(N);
  const patternErrors = new Float64Array(N);
  const g = new Float64Array(W);
  for (let n = 0; n < N; n++) {
    for (let q = 0; q < W; q++) g[q] = table[q * N + n];
    const dw = solveFactored(factor, g);
    lengths[n] = c * Math.sqrt(dot(dw, 0, dw, 0, W));
    patternErrors[n] = c * inverseForm(factor, g);
  }
  return { lengths, patternErrors };
}

/**
 * Predicted change of the outputs at inputs [N × inputUnits], `δy = J_y δw`, [N × K] (PRML 5.171). O(N W).
 */
export function outputChange(problem: Problem, dw: Float64Array, inputs: Float64Array): Float64Array {
  const { inputUnits, outputUnits } = createWorkspace(problem).topology;
  const N = inputs.length / inputUnits;
  const batch = { N, inputs, targets: new Float64Array(N * outputUnits) };
  return jacobianVector(createWorkspace({ ...problem, batch }), dw, 'y');
}
