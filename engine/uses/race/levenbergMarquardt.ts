import { levenbergMarquardtStep as trainingStep } from '../optimisers/levenbergMarquardt.ts';
import { moved } from './move.ts';
import type { RaceStep } from './racer.ts';

/** The step of training, λ adapted by the gain ratio (Nielsen 1999). O(N W² + W³). */
export const levenbergMarquardtStep: RaceStep = (state, { learningRate }) => {
  const { problem } = state.workspace;
  const { parameters } = problem;
  const from = { parameters, error: state.error, damping: state.damping };
  const outcome = trainingStep(problem, from, { learningRate });
  if (outcome.status === 'diverged') return { stop: 'not-finite', state };
  if (outcome.status === 'stuck') return { stop: 'not-lower', state };
  const d = outcome.state.parameters.map((weight, q) => weight - parameters[q]);
  return { stop: null, state: { ...moved(state, d), damping: outcome.state.damping } };
};
