import type { Problem } from '../../experiment/problem.ts';

/** α of the prior `N(0, α⁻¹I)`, and β, the precision of the noise on targets (PRML 5.161, 5.162). */
export interface Hyperparameters {
  readonly alpha: number;
  /** Of the sum of squares; cross-entropies have no noise: 1. */
  readonly beta: number;
}

/** What the targets are taken to be. */
export type ModelKind = 'regression' | 'binary' | 'classes';

/**
 * The likelihood that belongs to a loss: Gaussian noise, Bernoulli or categorical targets.
 * @throws `Laplace approximation needs sum of squares or a cross-entropy, loss is: cauchy`
 */
export function modelOf({ loss }: Problem): ModelKind {
  if (loss.kind === 'sum-of-squares') return 'regression';
  if (loss.kind === 'binary-cross-entropy') return 'binary';
  if (loss.kind === 'softmax-cross-entropy') return 'classes';
  throw new Error(`Laplace approximation needs sum of squares or a cross-entropy, loss is: ${loss.kind}`);
}

/**
 * @throws `prior needs alpha above zero, alpha is: 0`, `noise needs beta above zero, beta is: 0`,
 *   `cross-entropy has no noise, beta must be 1, beta is: 2`
 */
export function checkHyperparameters(model: ModelKind, { alpha, beta }: Hyperparameters): void {
  const above = (x: number): boolean => x > 0 && x < Infinity;
  if (!above(alpha)) throw new Error(`prior needs alpha above zero, alpha is: ${alpha}`);
  if (!above(beta)) throw new Error(`noise needs beta above zero, beta is: ${beta}`);
  if (model !== 'regression' && beta !== 1)
    throw new Error(`cross-entropy has no noise, beta must be 1, beta is: ${beta}`);
}

/**
 * The problem whose E is `−ln p(w|D)/β` up to a constant: a sum over patterns, weight decay α/β. Its minimum is
 * w_MAP. The weights stay.
 */
export const mapProblem = (problem: Problem, { alpha, beta }: Hyperparameters): Problem => ({
  ...problem,
  loss: { ...problem.loss, reduction: 'sum' },
  weightDecay: alpha / beta,
});

/**
 * The α for which the problem's own minimum is w_MAP: `−ln p(w|D) = (β/c) E(w)` at `α = β · weightDecay / c`, c of
 * the reduction.
 */
export function hyperparametersOf({ loss, weightDecay, batch }: Problem, beta = 1): Hyperparameters {
  const c = loss.reduction === 'mean' ? 1 / batch.N : 1;
  return { alpha: (beta * weightDecay) / c, beta };
}

/** The weight decay at which a problem has its minimum at w_MAP: `c α / β`. */
export function weightDecayOf({ loss, batch }: Problem, { alpha, beta }: Hyperparameters): number {
  const c = loss.reduction === 'mean' ? 1 / batch.N : 1;
  return (c * alpha) / beta;
}
