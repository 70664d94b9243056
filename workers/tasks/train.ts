import { errorAndGradient } from '../../engine/products/ofProblem.ts';
import type { OptimiserState } from '../../engine/uses/optimisers/optimiser.ts';
import { stepOf } from '../../engine/uses/optimisers/steps.ts';
import type { TrainReply, TrainRequest, TrainStatus } from '../protocol.ts';

/** An error that many times that of the start is an explosion, though it may stay finite for long. */
const EXPLOSION = 100;

/** Steps until the count or the time is used up, or no further step is possible. */
export function train(request: TrainRequest): TrainReply {
  const { problem, damping, learningRate, steps, budgetMilliseconds } = request;
  const end = performance.now() + budgetMilliseconds;
  const step = stepOf(request.method);
  const before = errorAndGradient(problem).error;
  const ceiling = EXPLOSION * (request.reference ?? before);
  const errors: number[] = [];
  let state: OptimiserState = { parameters: problem.parameters, error: before, damping };
  let status: TrainStatus = Number.isFinite(before) ? 'running' : 'diverged';
  while (status === 'running' && errors.length < steps) {
    const outcome = step(problem, state, { learningRate });
    const { error } = outcome.state;
    status = error > ceiling && error > state.error ? 'diverged' : outcome.status;
    if (status === 'running') {
      state = outcome.state;
      errors.push(state.error);
    }
    if (performance.now() >= end) break;
  }
  return {
    parameters: state.parameters,
    before,
    errors: Float64Array.from(errors),
    damping: state.damping,
    status,
  };
}
