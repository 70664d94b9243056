import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { adaptedDamping } from '../../engine/uses/optimisers/adaptedDamping.ts';
import { quadraticStep } from '../../engine/uses/quadraticStep.ts';
import type { ModelStep, StepId, StepsReply, StepsRequest } from '../protocol/solve.ts';
import { whyTooLargeToSolve } from './whyTooLargeToSolve.ts';

/** From w to one and a half steps, the whole step among them. */
const POINTS = 61;
const SHARES = Float64Array.from({ length: POINTS }, (_, k) => k / 40);

/** A step, and the error along it: true, and as the model believes. */
function modelStep(workspace: Workspace, id: StepId, matrix: MatrixId, damping: number): ModelStep {
  const step = quadraticStep(workspace, matrix, damping);
  const { d, predicted } = step;
  if (d === null) return { id, ...step, along: new Float64Array(0), believed: new Float64Array(0) };
  const { problem } = workspace;
  const along = SHARES.map((t) => {
    const parameters = problem.parameters.map((weight, q) => weight + t * (d[q] ?? NaN));
    return errorOf(createWorkspace({ ...problem, parameters }));
  });
  const slope = dot(gradientOf(workspace), 0, d, 0, d.length);
  // predicted = slope + ½ dᵀAd
  const believed = SHARES.map((t) => errorOf(workspace) + t * slope + t * t * (predicted - slope));
  return { id, ...step, along, believed };
}

/** Newton's, Gauss–Newton's and Levenberg–Marquardt's step from w: what each model predicts, and what E does. */
export function solveSteps({ problem, damping }: StepsRequest): StepsReply {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const error = errorOf(workspace);
  const gradientNorm = Math.hypot(...gradientOf(workspace));
  const refused = whyTooLargeToSolve('exact', workspace);
  // What is answered is handed over.
  const none = { W, error, gradientNorm, t: SHARES.slice() };
  if (refused !== null) return { ...none, refused, steps: [], nextDamping: NaN };
  const marquardt = modelStep(workspace, 'levenberg-marquardt', 'gauss-newton', damping);
  const steps = [
    modelStep(workspace, 'newton', 'exact', 0),
    modelStep(workspace, 'gauss-newton', 'gauss-newton', 0),
    marquardt,
  ];
  const nextDamping = adaptedDamping(damping, marquardt.gain);
  return { ...none, refused: null, steps, nextDamping };
}
