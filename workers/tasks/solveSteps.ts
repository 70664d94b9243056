import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { adaptedDamping } from '../../engine/uses/optimisers/adaptedDamping.ts';
import { quadraticStep } from '../../engine/uses/quadraticStep.ts';
import type { ModelStep, StepsReply, StepsRequest } from '../protocol/solve.ts';
import { whyTooLargeToSolve } from './whyTooLargeToSolve.ts';

/** Newton's, Gauss–Newton's and Levenberg–Marquardt's step from w: what each model predicts, and what E does. */
export function solveSteps({ problem, damping }: StepsRequest): StepsReply {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const error = errorOf(workspace);
  const gradientNorm = Math.hypot(...gradientOf(workspace));
  const refused = whyTooLargeToSolve('exact', workspace);
  if (refused !== null) return { W, refused, error, gradientNorm, steps: [], nextDamping: NaN };
  const marquardt: ModelStep = {
    id: 'levenberg-marquardt',
    ...quadraticStep(workspace, 'gauss-newton', damping),
  };
  const steps: readonly ModelStep[] = [
    { id: 'newton', ...quadraticStep(workspace, 'exact', 0) },
    { id: 'gauss-newton', ...quadraticStep(workspace, 'gauss-newton', 0) },
    marquardt,
  ];
  const nextDamping = adaptedDamping(damping, marquardt.gain);
  return { W, refused: null, error, gradientNorm, steps, nextDamping };
}
