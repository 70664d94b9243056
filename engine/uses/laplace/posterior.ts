import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { type MatrixId, matrixOf } from '../../curvature/index.ts';
import type { MatrixValues } from '../../curvature/matrix.ts';
import type { Problem } from '../../experiment/problem.ts';
import { dot } from '../../kernels/multiply.ts';
import { gradientOf } from '../../products/gradient.ts';
import { allEigenvalues } from '../../spectrum/allEigenvalues.ts';
import { chosenMatrix, scaledPlus } from '../chosenMatrix.ts';
import { type Factored, factored } from '../positiveDefinite.ts';
import { checkHyperparameters, type Hyperparameters, type ModelKind, modelOf } from './model.ts';

/** The Laplace approximation `N(w_MAP, A⁻¹)` of p(w|D). */
export interface Posterior extends Hyperparameters {
  readonly problem: Problem;
  readonly model: ModelKind;
  readonly matrix: MatrixId;
  /** `A = β ∇∇ΣE_n + αI`, its first term as `matrix` has it. */
  readonly A: MatrixValues;
  readonly factor: Factored;
  /** Eigenvalues λ_i of `A − αI`, the largest first. */
  readonly eigenvalues: Float64Array;
  /** `γ = Σ λ_i/(λ_i + α)`: how many parameters the data determine (PRML 5.179). */
  readonly gamma: number;
  /** `Σ_n E_n` at w: for regression `½ Σ (y−t)²`. */
  readonly dataError: number;
  /** `½ ‖w‖²`. */
  readonly weightError: number;
  /** `‖∇ ln p(w|D)‖`: 0 at w_MAP, where alone the approximation is meant. */
  readonly gradientNorm: number;
}

/**
 * The posterior around the problem's weights for given α and β. The problem's reduction and weight decay are not read:
 * `−ln p(w|D) = β Σ_n E_n + (α/2)‖w‖²` (PRML 5.165; β = 1 for classes, 5.182). O(N W² + W³), of a diagonal O(N W).
 * @param matrix `exact`, `gauss-newton`, `kfac`, `diagonal` or another of the list
 * @throws `prior needs alpha above zero, alpha is: 0`, `A is not positive definite, eigenvalues above, at and below
 *   zero: 17, 0, 4`, what modelOf and checkHyperparameters throw
 */
export function laplacePosterior(
  problem: Problem,
  { alpha, beta }: Hyperparameters,
  matrix: MatrixId = 'exact',
): Posterior {
  const model = modelOf(problem);
  checkHyperparameters(model, { alpha, beta });
  const data = createWorkspace({
    ...problem,
    loss: { ...problem.loss, reduction: 'sum' },
    weightDecay: 0,
  });
  const { W } = data.topology;
  const w = problem.parameters;
  const H = chosenMatrix(data, matrix);
  const A = scaledPlus(H, W, beta, alpha);
  const factor = factored(A, W, `A with the matrix ${matrixOf(matrix).label}`);
  const eigenvalues = allEigenvalues(H, W).map((value) => beta * value);
  const slope = gradientOf(data).map((entry, q) => beta * entry + alpha * w[q]);
  return {
    problem,
    model,
    matrix,
    alpha,
    beta,
    A,
    factor,
    eigenvalues,
    gamma: eigenvalues.reduce((sum, value) => sum + value / (value + alpha), 0),
    dataError: data.seed.E,
    weightError: 0.5 * dot(w, 0, w, 0, W),
    gradientNorm: Math.sqrt(dot(slope, 0, slope, 0, W)),
  };
}
