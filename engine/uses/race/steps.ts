import { gradientDescentStep, momentumStep } from './firstOrder.ts';
import type { RacerId } from './index.ts';
import { kfacStep } from './kfac.ts';
import { levenbergMarquardtStep } from './levenbergMarquardt.ts';
import { newtonCgStep } from './newtonCg.ts';
import type { RaceStep } from './racer.ts';
import { gaussNewtonStep, naturalStep, newtonStep } from './secondOrder.ts';

const steps: { readonly [K in RacerId]: RaceStep } = {
  'gradient-descent': gradientDescentStep,
  momentum: momentumStep,
  newton: newtonStep,
  'gauss-newton': gaussNewtonStep,
  'levenberg-marquardt': levenbergMarquardtStep,
  'newton-cg': newtonCgStep,
  natural: naturalStep,
  kfac: kfacStep,
};

/** The step of a method of the list. */
export const raceStepOf = (id: RacerId): RaceStep => steps[id];
