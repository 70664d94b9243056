import { expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment/document.ts';
import { LIMITS } from '../../engine/experiment/limits.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { recordStep } from './recordStep.ts';

const start = startingExperiment.parameters;

const at = (step: number, from: readonly number[] = start): Experiment => ({
  ...startingExperiment,
  parameters: step === 0 ? from : from.map((weight) => weight + step),
  training: { ...startingExperiment.training, step, ...(step > 0 && { start: from }) },
});

const stepsOf = (documents: readonly Experiment[]): readonly number[] => {
  let points: ReturnType<typeof recordStep> = [];
  documents.forEach((document, k) => {
    points = recordStep(points, documents[k - 1], document, 0.5);
  });
  return points.map(({ step }) => step);
};

it('follows a run, forgets what came later, and starts over with another run', () => {
  expect(stepsOf([at(0), at(2), at(5)])).toEqual([0, 2, 5]);
  expect(stepsOf([at(0), at(2), at(5), at(5), at(3)])).toEqual([0, 2, 3]);
  expect(stepsOf([at(0), at(2), at(0)])).toEqual([0]);
  expect(stepsOf([at(0), at(2), at(7, [1, 2, 3])])).toEqual([7]);
  expect(stepsOf([at(0), at(2, [1, 2, 3])])).toEqual([2]);
});

it('keeps what comes later on a look back, until training goes on from there', () => {
  const curve = { stride: 1, errors: [3, 2, 1] };
  const along = (step: number): Experiment => ({ ...at(step), training: { ...at(step).training, curve } });
  expect(stepsOf([at(0), at(2), along(5), along(2), along(4)])).toEqual([0, 2, 4, 5]);
  expect(stepsOf([at(0), at(2), along(5), along(3), at(4)])).toEqual([0, 2, 3, 4]);
  expect(stepsOf([at(0), at(2), at(5), along(9), along(2), at(20)])).toEqual([0, 2, 20]);
});

it('leaves out what is not known', () => {
  expect(recordStep([{ step: 0, relativeError: 1 }], at(0), at(1), NaN)).toEqual([
    { step: 0, relativeError: 1 },
  ]);
});

it('stays within the limit of a curve, first and last point kept', () => {
  const steps = stepsOf(Array.from({ length: 1000 }, (_, step) => at(step)));
  expect(steps.length).toBeLessThanOrEqual(LIMITS.curve);
  expect([steps[0], steps.at(-1)]).toEqual([0, 999]);
});
