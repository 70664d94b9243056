import { fullStep } from './move.ts';
import type { RaceStep } from './racer.ts';

/** Gradient descent: `d = −η ∇E` (PRML 5.41). O(N W). */
export const gradientDescentStep: RaceStep = (state, { learningRate }) =>
  fullStep(
    state,
    state.gradient.map((slope) => -learningRate * slope),
  );

/** The heavy ball: `d = μ d_before − η ∇E` (Polyak 1964). O(N W). */
export const momentumStep: RaceStep = (state, { learningRate, momentum }) =>
  fullStep(
    state,
    state.gradient.map((slope, q) => momentum * state.velocity[q] - learningRate * slope),
  );
