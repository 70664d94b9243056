import type { MatrixValues } from '../../curvature/matrix.ts';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import type { Problem } from '../../experiment/problem.ts';
import { errorAt } from '../../products/atWeights.ts';
import { errorOf } from '../../products/gradient.ts';
import { chosenMatrix } from '../chosenMatrix.ts';
import { NotPositiveDefinite } from '../positiveDefinite.ts';
import type { PruningSettings } from './deletions.ts';
import { everyWeight, saliencies } from './saliencies.ts';

/** How a network is pruned. */
export interface CurveSettings extends PruningSettings {
  /** Whether H is computed anew after each deletion, or once, at the weights of the beginning. */
  readonly renew: boolean;
  /** Deletions at most; all weights unless told otherwise. */
  readonly count?: number;
  /** No weight of a larger score goes. */
  readonly largestScore?: number;
  /** No deletion that lifts E above this is made. */
  readonly largestError?: number;
  /** The weights that may go; all unless told otherwise. */
  readonly candidates?: readonly number[];
}

/** A network on its way to fewer weights. */
export interface PruningState {
  readonly parameters: Float64Array;
  /** E at `parameters`, weight decay included. */
  readonly error: number;
  /** Indices of the weights that are left, in rising order. */
  readonly left: readonly number[];
  /** H of the beginning, where it is not computed anew. */
  readonly H: MatrixValues | null;
}

/** One weight deleted. */
export interface Deletion {
  readonly index: number;
  /** What the rule ranked it by: predicted ΔE, or |w_q| by magnitude. */
  readonly score: number;
  /** E after it. */
  readonly error: number;
}

export type PruningOutcome =
  | { readonly status: 'deleted'; readonly deletion: Deletion; readonly state: PruningState }
  /** `reason`: why no weight goes any more. */
  | { readonly status: 'stopped'; readonly reason: string };

/** Nothing deleted yet. O(N W), with the matrix where it is kept. */
export function pruningStart(problem: Problem, { rule, renew, matrix }: CurveSettings): PruningState {
  const workspace = createWorkspace(problem);
  const { parameters } = problem;
  const H = renew || rule === 'magnitude' ? null : chosenMatrix(workspace, matrix);
  return { parameters, error: errorOf(workspace), left: everyWeight(parameters.length), H };
}

/** Deletes the weight of the lowest score, or says why none may go. O(N W² + W³) by Optimal Brain Surgeon. */
export function pruningStep(problem: Problem, state: PruningState, settings: CurveSettings): PruningOutcome {
  const { largestScore = Infinity, largestError = Infinity } = settings;
  const { parameters, left } = state;
  const workspace = createWorkspace({ ...problem, parameters });
  const allowed = settings.candidates === undefined ? null : new Set(settings.candidates);
  const candidates = left.filter((q) => allowed === null || allowed.has(q));
  if (candidates.length === 0) return { status: 'stopped', reason: `no weights are left to delete: 0` };
  try {
    const { scores, change } = saliencies(workspace, settings, left, state.H ?? undefined);
    const index = candidates.reduce((best, q) => (scores[q] < scores[best] ? q : best));
    const score = scores[index];
    if (score > largestScore)
      return { status: 'stopped', reason: `smallest score is ${score}: above ${largestScore}` };
    const d = change(index);
    const next = parameters.map((weight, q) => (q === index ? 0 : weight + d[q]));
    const error = errorAt(workspace, next);
    if (!(error <= largestError))
      return { status: 'stopped', reason: `error would be ${error}: above ${largestError}` };
    const after = { ...state, parameters: next, error, left: left.filter((q) => q !== index) };
    return { status: 'deleted', deletion: { index, score, error }, state: after };
  } catch (failure) {
    if (failure instanceof NotPositiveDefinite) return { status: 'stopped', reason: failure.message };
    throw failure;
  }
}

/** One rule's deletions in their order. */
export interface PruningCurve {
  /** E before the first. */
  readonly start: number;
  readonly deletions: readonly Deletion[];
  /** The weights at the end. */
  readonly parameters: Float64Array;
  /** Why it ended; null after `count` deletions. */
  readonly stopped: string | null;
}

/** Deletes one weight after another, and keeps the error after each. O(count (N W² + W³)). */
export function pruningCurve(problem: Problem, settings: CurveSettings): PruningCurve {
  let state = pruningStart(problem, settings);
  const start = state.error;
  const deletions: Deletion[] = [];
  let stopped: string | null = null;
  const most = settings.count ?? problem.parameters.length;
  while (deletions.length < most && stopped === null) {
    const outcome = pruningStep(problem, state, settings);
    if (outcome.status === 'stopped') stopped = outcome.reason;
    else {
      ({ state } = outcome);
      deletions.push(outcome.deletion);
    }
  }
  return { start, deletions, parameters: state.parameters, stopped };
}
