import type { MatrixId } from '../../curvature/index.ts';
import type { Problem } from '../../experiment/problem.ts';
import { minimise, type Minimum } from '../minimise.ts';
import { logDeterminant } from '../positiveDefinite.ts';
import { type Hyperparameters, mapProblem } from './model.ts';
import { laplacePosterior, type Posterior } from './posterior.ts';

/**
 * `ln p(D|α, β) ≈ −E(w_MAP) − ½ ln|A| + (W/2) ln α + (NK/2) ln β − (NK/2) ln 2π`, `E = β ΣE_n + (α/2)‖w‖²`, K
 * outputs (PRML 5.175); for classes without the terms in β and 2π (PRML 5.183). O(W).
 */
export function logEvidence(posterior: Posterior): number {
  const { alpha, beta, model, problem, factor, dataError, weightError } = posterior;
  const targets = problem.batch.targets.length;
  const noise = model === 'regression' ? 0.5 * targets * Math.log(beta / (2 * Math.PI)) : 0;
  const E = beta * dataError + alpha * weightError;
  return -E - 0.5 * logDeterminant(factor) + 0.5 * factor.W * Math.log(alpha) + noise;
}

/**
 * The α and β at which the evidence rests, given γ: `α = γ/‖w‖²` (PRML 5.178) and
 * `1/β = Σ(y−t)²/(NK − γ)` (PRML 5.180, 3.95); β of classes stays 1. O(1).
 * @throws `effective parameters are not above zero: -0.2`, `weights are all zero, alpha has no estimate: 0`,
 *   `effective parameters are 9.2, not fewer than the targets: 9`, `targets are met exactly, beta has no estimate: 0`
 */
export function reestimate(posterior: Posterior): Hyperparameters {
  const { gamma, weightError, dataError, model, problem, beta } = posterior;
  if (!(gamma > 0)) throw new Error(`effective parameters are not above zero: ${gamma}`);
  if (weightError === 0) throw new Error(`weights are all zero, alpha has no estimate: ${weightError}`);
  const alpha = gamma / (2 * weightError);
  if (model !== 'regression') return { alpha, beta };
  const targets = problem.batch.targets.length;
  if (!(gamma < targets))
    throw new Error(`effective parameters are ${gamma}, not fewer than the targets: ${targets}`);
  if (dataError === 0) throw new Error(`targets are met exactly, beta has no estimate: ${dataError}`);
  return { alpha, beta: (targets - gamma) / (2 * dataError) };
}

/** One round of the evidence framework. */
export interface EvidenceRound {
  /** At w_MAP of the α and β that were given. */
  readonly posterior: Posterior;
  readonly logEvidence: number;
  readonly minimum: Minimum;
  /** For the next round. */
  readonly next: Hyperparameters;
}

/**
 * Trains to w_MAP for α and β from the problem's weights, then approximates the posterior there and re-estimates both
 * (PRML 5.7.2). One of the alternating rounds; start the next from `posterior.problem` and `next`.
 * @throws what laplacePosterior and reestimate throw
 */
export function evidenceRound(
  problem: Problem,
  hyperparameters: Hyperparameters,
  matrix: MatrixId = 'exact',
): EvidenceRound {
  const minimum = minimise(mapProblem(problem, hyperparameters));
  const trained = { ...problem, parameters: minimum.parameters };
  const posterior = laplacePosterior(trained, hyperparameters, matrix);
  return { posterior, minimum, logEvidence: logEvidence(posterior), next: reestimate(posterior) };
}
