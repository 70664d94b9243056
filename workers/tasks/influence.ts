import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { type DataEdit, editedProblem, patternOf } from '../../engine/uses/influence/dataEdit.ts';
import {
  type Change,
  influenceModel,
  newtonChange,
  predictedChange,
  removals,
} from '../../engine/uses/influence/influence.ts';
import { retrainedBy } from '../../engine/uses/influence/retrain.ts';
import { type Descent, descended, descentFrom, minimumOf } from '../../engine/uses/minimise.ts';
import { inverseForm } from '../../engine/uses/positiveDefinite.ts';
import { asError } from '../asError.ts';
import type {
  DescentRequest,
  InfluenceReply,
  InfluenceRequest,
  MinimumReply,
  MinimumRequest,
  RetrainReply,
  RetrainRequest,
  ShownChange,
} from '../protocol/influence.ts';
import { predictOutputs } from './predictOutputs.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

const LARGEST_W = 300;
/** Of one step of the retraining, which is not begun beyond: about a tenth of a second. */
const MOST_PRODUCTS = 1e8;

function whyNot({ problem, topology }: Workspace): string | null {
  const { W } = topology;
  if (W > LARGEST_W) return `influence is shown up to W = ${LARGEST_W}, this network has W: ${W}`;
  const products = problem.batch.N * W * W;
  if (products <= MOST_PRODUCTS) return null;
  const count = (x: number): string => x.toLocaleString('en-US');
  return `patterns times W² are at most ${count(MOST_PRODUCTS)} here: ${count(products)}`;
}

/** Outputs on the grid, and at the pattern where it is now or was. */
function outputsOf(problem: Problem, edit: DataEdit, grid: Float64Array | null) {
  const { input } = edit.kind === 'move' ? edit : patternOf(problem, edit.n);
  return {
    outputs: grid === null ? null : predictOutputs({ problem, inputs: grid }),
    y: predictOutputs({ problem, inputs: Float64Array.from(input) }),
  };
}

const shown = (
  { dw, error, patternError }: Change,
  problem: Problem,
  edit: DataEdit,
  grid: Float64Array | null,
): ShownChange => {
  const parameters = problem.parameters.map((weight, q) => weight + (dw[q] ?? NaN));
  return { dw, error, patternError, ...outputsOf({ ...problem, parameters }, edit, grid) };
};

/** What an edit of the data does to first order, and after one Newton step; and every removal's own error. */
export function influence({ problem, edit, grid, matrix, damping }: InfluenceRequest): InfluenceReply {
  const workspace = createWorkspace(problem);
  const g = gradientOf(workspace);
  const before = {
    error: errorOf(workspace),
    gradientNorm: Math.sqrt(dot(g, 0, g, 0, g.length)),
    ...outputsOf(problem, edit, grid),
  };
  const none = { decrement: NaN, predicted: null, patternErrors: null, newton: null };
  const refused = whyNot(workspace) ?? whyTooMuchWork(matrix, workspace);
  if (refused !== null) return { ...before, ...none, refused, noNewton: refused };
  const newton = attempt(() => shown(newtonChange(problem, edit), problem, edit, grid));
  const first = attempt(() => {
    const model = influenceModel(problem, matrix, damping);
    return {
      decrement: 0.5 * inverseForm(model.factor, g),
      predicted: shown(predictedChange(model, edit), problem, edit, grid),
      patternErrors: removals(model).patternErrors,
    };
  });
  return {
    ...before,
    ...(first.result ?? none),
    refused: first.reason,
    newton: newton.result,
    noNewton: newton.reason,
  };
}

/** A result, or why there is none. */
function attempt<T>(action: () => T): { result: T | null; reason: string | null } {
  try {
    return { result: action(), reason: null };
  } catch (thrown) {
    return { result: null, reason: asError(thrown).message };
  }
}

/** Down from the problem's weights, or from where an earlier call ended, until the time is used up. */
function descend(problem: Problem, { from, steps, budgetMilliseconds }: DescentRequest): Descent {
  const end = performance.now() + budgetMilliseconds;
  let descent = from ?? descentFrom(problem);
  do descent = descended(problem, descent, steps);
  while (!descent.over && performance.now() < end);
  return descent;
}

/** What an edit of the data does when the network is really trained again, from the old weights: as far as it is. */
export function retrain(request: RetrainRequest): RetrainReply {
  const { problem, edit, grid } = request;
  const refused = whyNot(createWorkspace(problem));
  if (refused !== null) throw new Error(refused);
  const descent = descend(editedProblem(problem, edit).problem, request);
  const change = retrainedBy(problem, edit, descent);
  const { status, steps } = change.minimum;
  return { ...shown(change, problem, edit, grid), status, steps, descent };
}

/** The minimum near the problem's weights, as far as a call gets. */
export function minimum(request: MinimumRequest): MinimumReply {
  const descent = descend(request.problem, request);
  return { ...minimumOf(request.problem, descent), descent };
}
