import { errorAndGradient } from '../../products/ofProblem.ts';
import { isFiniteState, type Optimiser, type Step } from './optimiser.ts';

/** Gradient descent (PRML 5.41). */
export const gradientDescent: Optimiser = {
  label: 'Gradient descent',
  formula: String.raw`\mathbf w\leftarrow\mathbf w-\eta\nabla E`,
  usesLearningRate: true,
  largestW: Infinity,
};

/** Gradient descent: `w ← w − η ∇E(w)` (PRML 5.41). Two forward passes and a backward one: O(N W). */
export const gradientDescentStep: Step = (problem, state, { learningRate }) => {
  const { gradient } = errorAndGradient({ ...problem, parameters: state.parameters });
  if (gradient.every((entry) => entry === 0)) return { status: 'stuck', state };
  const parameters = state.parameters.map((weight, index) => weight - learningRate * gradient[index]);
  const { error } = errorAndGradient({ ...problem, parameters });
  const next = { ...state, parameters, error };
  return isFiniteState(next) ? { status: 'running', state: next } : { status: 'diverged', state };
};
