import { gradientDescentStep } from './gradientDescent.ts';
import type { OptimiserId } from './index.ts';
import { levenbergMarquardtStep } from './levenbergMarquardt.ts';
import type { Step } from './optimiser.ts';

const steps: { readonly [K in OptimiserId]: Step } = {
  'gradient-descent': gradientDescentStep,
  'levenberg-marquardt': levenbergMarquardtStep,
};

/** The step of an optimiser of the list. */
export const stepOf = (id: OptimiserId): Step => steps[id];
