import { relativeDifference } from '../curvature/compare.ts';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { outerProduct } from '../curvature/outerProduct.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { timesVector } from '../kernels/timesVector.ts';
import { inverseByCholesky } from './cholesky.ts';
import { outerProductRows } from './outerProductRows.ts';

/** What one row b did to the inverse. */
export interface RankOneStep {
  /** `1 + bᵀ H⁻¹ b`, at least 1. */
  readonly denominator: number;
  /** `‖H⁻¹ b‖`. */
  readonly length: number;
  /** `‖H⁻¹ b‖² / (1 + bᵀ H⁻¹ b)`: the change's Frobenius norm. */
  readonly change: number;
}

/** The outer product's inverse, one pattern after another. */
export interface SequentialInverse {
  /** The weight decay α of the start `H_0 = αI`. */
  readonly alpha: number;
  /** `(Σ b bᵀ + αI)⁻¹` after the last pattern. */
  readonly inverse: Float64Array;
  /** The inverses after n patterns, for every n that was asked for. */
  readonly after: ReadonlyMap<number, Float64Array>;
  /** `‖H_n⁻¹ − H⁻¹‖_F / ‖H⁻¹‖_F` for n = 0 … N, H⁻¹ the direct inverse; NaN where Cholesky finds none in rounding. */
  readonly distances: Float64Array;
  /** One for every row, K a pattern. */
  readonly steps: readonly RankOneStep[];
}

/**
 * `H⁻¹ ← H⁻¹ − (H⁻¹b)(H⁻¹b)ᵀ / (1 + bᵀH⁻¹b)` in place, b the W entries of `rows` from `at`: the inverse of
 * `H + b bᵀ` (Sherman & Morrison 1950, PRML 5.89). Stays exactly symmetric. O(W²).
 */
export function addRow(inverse: Float64Array, W: number, rows: Float64Array, at = 0): RankOneStep {
  const x = timesVector(inverse, rows.subarray(at, at + W), new Float64Array(W));
  const denominator = 1 + dot(rows, at, x, 0, W);
  for (let p = 0; p < W; p++) {
    for (let q = 0; q < W; q++) inverse[p * W + q] -= (x[p] * x[q]) / denominator;
  }
  const square = dot(x, 0, x, 0, W);
  return { denominator, length: Math.sqrt(square), change: square / denominator };
}

/** `I/α`, the inverse that the sequential formulas begin with. */
export function startOf(alpha: number, W: number): Float64Array {
  if (!(alpha > 0)) throw new Error(`weight decay is ${alpha}: the sequential inverse has no start`);
  const inverse = new Float64Array(W * W);
  for (let q = 0; q < W; q++) inverse[q * (W + 1)] = 1 / alpha;
  return inverse;
}

/**
 * `(c Σ_n J_nᵀ B_n J_n + αI)⁻¹` by one rank-one correction for every pattern and output, from `I/α` (PRML
 * 5.86–5.89), with its distance from the direct inverse after each pattern. O(K N W² + W³).
 * @param alpha the problem's weight decay unless told otherwise
 * @param asked numbers of patterns after which the inverse is kept
 * @throws `weight decay is 0: the sequential inverse has no start`, and what `outerProductRows` throws
 */
export function sequentialInverse(
  workspace: Workspace,
  alpha = workspace.problem.weightDecay,
  asked: readonly number[] = [],
): SequentialInverse {
  const { problem, topology } = workspace;
  const { W, outputUnits: K } = topology;
  const { N } = problem.batch;
  const inverse = startOf(alpha, W);
  const whole =
    alpha === problem.weightDecay ? workspace : createWorkspace({ ...problem, weightDecay: alpha });
  const direct = inverseByCholesky(outerProduct.compute(whole).values, W);
  const rows = outerProductRows(workspace);
  const distances = new Float64Array(N + 1).fill(NaN);
  const after = new Map<number, Float64Array>();
  const steps: RankOneStep[] = [];
  for (let n = 0; n <= N; n++) {
    const first = (n - 1) * K;
    if (n > 0) for (let r = first; r < first + K; r++) steps.push(addRow(inverse, W, rows, r * W));
    if (direct !== null) distances[n] = relativeDifference({ form: 'dense', values: inverse }, direct, W);
    if (asked.includes(n)) after.set(n, inverse.slice());
  }
  return { alpha, inverse, after, distances, steps };
}
