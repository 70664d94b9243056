import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { chosenMatrix } from '../../engine/uses/chosenMatrix.ts';
import { type PruningRuleId, pruningRuleIds } from '../../engine/uses/pruning/index.ts';
import { type Deletion, pruningStart, pruningStep } from '../../engine/uses/pruning/prune.ts';
import { saliencies, trueChanges } from '../../engine/uses/pruning/saliencies.ts';
import { asError } from '../asError.ts';
import type {
  PredictionsReply,
  PredictionsRequest,
  PruningRunReply,
  PruningRunRequest,
  RulePredictions,
} from '../protocol/pruning.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

/** Every deletion by the surgeon takes O(W³). */
const LARGEST_W = 300;

/** Weights that are exactly zero count as deleted. */
const notZero = (parameters: Float64Array): readonly number[] =>
  Array.from(parameters.keys()).filter((q) => parameters[q] !== 0);

function whyNot(workspace: Workspace, { matrix }: Pick<PredictionsRequest, 'matrix'>): string | null {
  const { W } = workspace.topology;
  if (W > LARGEST_W) return `pruning is shown up to W = ${LARGEST_W}, this network has W: ${W}`;
  return whyTooMuchWork(matrix, workspace);
}

/** ½ h̄ w_q² with h̄ the mean of the diagonal: what ranking by |w_q| believes, in units of E. */
function asIfAllAlike(
  { form, values }: MatrixValues,
  w: Float64Array,
  left: readonly number[],
): Float64Array {
  const step = form === 'dense' ? w.length + 1 : 1;
  const mean = left.reduce((sum, q) => sum + (values[q * step] ?? NaN), 0) / left.length;
  return Float64Array.from(left, (q) => 0.5 * mean * (w[q] ?? NaN) ** 2);
}

/** What a rule predicts for every weight left, and what is true. */
function predictionsOf(
  workspace: Workspace,
  rule: PruningRuleId,
  { matrix, damping }: PredictionsRequest,
  left: readonly number[],
  H: MatrixValues,
): RulePredictions {
  const w = workspace.problem.parameters;
  const g = gradientOf(workspace);
  const { scores, change } = saliencies(workspace, { rule, matrix, damping }, left, H);
  const changes = left.map(change);
  const along = (a: Float64Array, b: Float64Array): number => dot(a, 0, b, 0, w.length);
  return {
    predicted:
      rule === 'magnitude' ? asIfAllAlike(H, w, left) : Float64Array.from(left, (q) => scores[q] ?? NaN),
    first: Float64Array.from(changes, (d) => along(g, d)),
    truth: trueChanges(workspace, change, left),
    length: Float64Array.from(changes, (d) => Math.sqrt(along(d, d))),
  };
}

/** Predicted and true ΔE of deleting each weight that is not zero, by every rule. */
export function pruningPredictions(request: PredictionsRequest): PredictionsReply {
  const { problem, matrix } = request;
  const workspace = createWorkspace(problem);
  const left = notZero(problem.parameters);
  const g = gradientOf(workspace);
  const place = {
    left,
    error: errorOf(workspace),
    gradientNorm: Math.sqrt(dot(g, 0, g, 0, g.length)),
  };
  const none = { ...place, rules: {}, reasons: {} };
  const refused = left.length === 0 ? 'no weights are left to delete: 0' : whyNot(workspace, request);
  if (refused !== null) return { ...none, refused };
  const rules: Partial<Record<PruningRuleId, RulePredictions>> = {};
  const reasons: Partial<Record<PruningRuleId, string>> = {};
  let H: MatrixValues;
  try {
    H = chosenMatrix(workspace, matrix);
  } catch (thrown) {
    return { ...none, refused: asError(thrown).message };
  }
  for (const rule of pruningRuleIds) {
    try {
      rules[rule] = predictionsOf(workspace, rule, request, left, H);
    } catch (thrown) {
      reasons[rule] = asError(thrown).message;
    }
  }
  return { ...place, refused: null, rules, reasons };
}

/** Deletes weights one after another, from where an earlier call ended. */
export function pruningRun(request: PruningRunRequest): PruningRunReply {
  const { problem, rule, matrix, damping, renew, from, count, largestError } = request;
  const end = performance.now() + request.budgetMilliseconds;
  const workspace = createWorkspace(problem);
  const place = from ?? { parameters: problem.parameters, left: notZero(problem.parameters) };
  const refused = whyNot(workspace, request);
  if (refused !== null) return { ...place, start: errorOf(workspace), deletions: [], stopped: refused };
  const settings = { rule, matrix, damping, renew, ...(largestError === null ? {} : { largestError }) };
  const begin = pruningStart(problem, settings);
  let state = { ...begin, ...place };
  let stopped: string | null = null;
  const deletions: Deletion[] = [];
  while (stopped === null && deletions.length < count) {
    const outcome = pruningStep(problem, state, settings);
    if (outcome.status === 'stopped') stopped = outcome.reason;
    else {
      ({ state } = outcome);
      deletions.push(outcome.deletion);
    }
    if (performance.now() >= end) break;
  }
  const { parameters, left } = state;
  return { start: begin.error, deletions, parameters, left, stopped };
}
