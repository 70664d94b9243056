import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Batch, Problem } from '../../engine/experiment/problem.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { predict } from '../../engine/network/predict.ts';
import { gradientOf } from '../../engine/products/gradient.ts';
import { logEvidence, reestimate } from '../../engine/uses/laplace/evidence.ts';
import { hyperparametersOf, mapProblem, weightDecayOf } from '../../engine/uses/laplace/model.ts';
import { laplacePosterior, type Posterior } from '../../engine/uses/laplace/posterior.ts';
import { predictive } from '../../engine/uses/laplace/predictive.ts';
import { minimise } from '../../engine/uses/minimise.ts';
import { logDeterminant } from '../../engine/uses/positiveDefinite.ts';
import { reasonOf } from '../asError.ts';
import type { LaplaceFit, LaplaceModel, LaplaceReply, LaplaceRequest } from '../protocol/laplace.ts';

/** Between two looks at the clock: about so many operations, and so many steps at most. */
const OPERATIONS = 1e7;
const MOST_STEPS = 25;

/** To the minimum of E, or as near as the time allows; E of the whole problem is −ln p(w|D)/β. */
function fitOf(problem: Problem, beta: number, milliseconds: number | null): LaplaceFit {
  if (milliseconds === null) return { parameters: problem.parameters, status: 'as they are', steps: 0 };
  const end = performance.now() + milliseconds;
  const W = problem.parameters.length;
  const targets = problem.batch.targets.length;
  const stride = Math.max(1, Math.min(MOST_STEPS, Math.floor(OPERATIONS / (W * W * (targets + W)))));
  let at = mapProblem(problem, hyperparametersOf(problem, beta));
  let steps = 0;
  do {
    const minimum = minimise(at, stride);
    at = { ...at, parameters: minimum.parameters };
    steps += minimum.steps;
    if (minimum.status !== 'steps') return { parameters: minimum.parameters, status: minimum.status, steps };
  } while (performance.now() < end);
  return { parameters: at.parameters, status: 'training', steps };
}

/** What a calculation gives, or the sentence with which it refuses. */
function orRefused<T>(calculate: () => T): T | { readonly refused: string } {
  try {
    return calculate();
  } catch (thrown) {
    return { refused: reasonOf(thrown) };
  }
}

function modelOf(posterior: Posterior, inputs: Float64Array): LaplaceModel {
  const { eigenvalues, gamma, factor, problem } = posterior;
  const { variance, moderated } = predictive(posterior, inputs);
  return {
    gamma,
    logEvidence: logEvidence(posterior),
    logDeterminant: logDeterminant(factor),
    smallest: eigenvalues.at(-1) ?? NaN,
    largest: eigenvalues[0] ?? NaN,
    variance,
    moderated,
    next: orRefused(() => {
      const next = reestimate(posterior);
      return { ...next, weightDecay: weightDecayOf(problem, next) };
    }),
  };
}

/** `Σ_n E_n` of the problem's network on a batch, without decay, and its gradient. */
function errorOn(problem: Problem, batch: Batch) {
  const loss = { ...problem.loss, reduction: 'sum' } as const;
  const workspace = createWorkspace({ ...problem, batch, loss, weightDecay: 0 });
  return { error: workspace.seed.E, gradient: () => gradientOf(workspace) };
}

/**
 * Laplace's approximation at the problem's weights, or at the minimum that training reaches from them, with each of
 * the matrices asked for: evidence, γ, re-estimates and predictions, or why there are none.
 */
export function laplace(request: LaplaceRequest): LaplaceReply {
  const { beta, matrices, inputs, fresh } = request;
  const fit = fitOf(request.problem, beta, request.trainMilliseconds);
  const problem = { ...request.problem, parameters: fit.parameters };
  const hyperparameters = hyperparametersOf(problem, beta);
  const { alpha } = hyperparameters;
  const w = problem.parameters;
  const data = errorOn(problem, problem.batch);
  const slope = data.gradient().map((entry, q) => beta * entry + alpha * (w[q] ?? NaN));
  const models: Partial<Record<MatrixId, LaplaceModel | { readonly refused: string }>> = {};
  if (fit.status !== 'training')
    for (const matrix of matrices)
      models[matrix] = orRefused(() => modelOf(laplacePosterior(problem, hyperparameters, matrix), inputs));
  return {
    fit,
    alpha,
    beta,
    gradientNorm: Math.sqrt(dot(slope, 0, slope, 0, slope.length)),
    dataError: data.error,
    freshError: fresh === null ? NaN : errorOn(problem, fresh).error / fresh.N,
    weightError: 0.5 * dot(w, 0, w, 0, w.length),
    y: predict(problem.network, w, inputs),
    models,
  };
}
