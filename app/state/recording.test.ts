import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { TrainReply } from '../../workers/protocol.ts';
import { applyTrainReply, goAlong } from './edits/training.ts';
import {
  addPoint,
  recordedPoints,
  RECORDED_POINTS,
  recordingOf,
  recordSlice,
  type RunPoint,
} from './recording.ts';
import { startingExperiment } from './startingExperiment.ts';

const pointAt = (step: number, error = 0): RunPoint => ({ step, parameters: [step], error, damping: 1 });

/** A slice whose weights tell the step, and whose error tells the course. */
function slice(experiment: Experiment, steps: number, course = 0): Experiment {
  const step = experiment.training.step + steps;
  const reply: TrainReply = {
    parameters: Float64Array.from(experiment.parameters, () => step),
    before: course,
    errors: new Float64Array(steps).fill(course),
    damping: step + 0.5,
    status: 'running',
  };
  const after = applyTrainReply(reply)(experiment);
  recordSlice(experiment, after, reply);
  return after;
}

const run = (slices: readonly number[], from = startingExperiment, course = 0): Experiment =>
  slices.reduce((experiment, steps) => slice(experiment, steps, course), from);

const stepsOf = ({ training }: Experiment): readonly number[] =>
  recordedPoints(training).map(({ step }) => step);

const slices = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 200 });

describe('a recording', () => {
  it('holds few points in order, from the start to the newest, none nearer than the stride', () => {
    fc.assert(
      fc.property(slices, (lengths) => {
        let step = 0;
        let recording = recordingOf([pointAt(0)]);
        for (const length of lengths) {
          step += length;
          recording = addPoint(recording, pointAt(step));
          const { stride, points } = recording;
          expect(points.length).toBeLessThanOrEqual(RECORDED_POINTS);
          expect([points[0]?.step, points.at(-1)?.step]).toEqual([0, step]);
          points.slice(1, -1).forEach((point, k) => {
            expect(point.step - (points[k]?.step ?? NaN)).toBeGreaterThanOrEqual(stride);
          });
        }
      }),
    );
  });

  it('keeps every step of a short run, and half of one that just became too long', () => {
    const steps = (count: number) => Array.from({ length: count }, (_, step) => pointAt(step));
    expect(recordingOf(steps(RECORDED_POINTS)).points).toHaveLength(RECORDED_POINTS);
    const { stride, points } = recordingOf(steps(RECORDED_POINTS + 1));
    expect(stride).toBe(2);
    expect(points.map(({ step }) => step)).toEqual(
      Array.from({ length: RECORDED_POINTS / 2 + 1 }, (_, k) => 2 * k),
    );
  });
});

describe('what is recorded of a run', () => {
  it('are the weights, errors and damping after each slice, and before the first', () => {
    const experiment = run([3, 4, 5]);
    expect(recordedPoints(experiment.training)).toEqual([
      {
        step: 0,
        parameters: startingExperiment.parameters,
        error: 0,
        damping: startingExperiment.training.damping,
      },
      ...[3, 7, 12].map((step) => ({
        step,
        parameters: startingExperiment.parameters.map(() => step),
        error: 0,
        damping: step + 0.5,
      })),
    ]);
  });

  it('stays whole on a look back, and follows the new course from there; the old one is there for undo', () => {
    const far = run([2, 2, 2, 2]);
    const [, , there] = recordedPoints(far.training);
    const back = goAlong(there ?? pointAt(-1))(far);
    expect(back.training.step).toBe(4);
    expect(stepsOf(back)).toEqual([0, 2, 4, 6, 8]);
    const again = run([3, 3], back, 1);
    expect(stepsOf(again)).toEqual([0, 2, 4, 7, 10]);
    expect(recordedPoints(again.training).map(({ error }) => error)).toEqual([0, 0, 1, 1, 1]);
    expect(stepsOf(far)).toEqual([0, 2, 4, 6, 8]);
  });

  it('takes weights that were changed by hand for those of their step', () => {
    const moved = { ...run([2]), parameters: startingExperiment.parameters.map(() => -1) };
    const points = recordedPoints(run([1], moved).training);
    expect(points.map(({ parameters }) => parameters[0])).toEqual([startingExperiment.parameters[0], -1, 3]);
  });

  it('is nothing for a document that comes from elsewhere, nor after a slice without steps', () => {
    const copy = structuredClone(run([5]));
    expect(stepsOf(copy)).toEqual([]);
    expect(stepsOf(run([2], copy))).toEqual([5, 7]);
    expect(stepsOf(startingExperiment)).toEqual([]);
    const reply = { before: 1, errors: new Float64Array() };
    recordSlice(startingExperiment, startingExperiment, reply);
    expect(stepsOf(startingExperiment)).toEqual([]);
  });
});
