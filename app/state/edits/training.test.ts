import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { TrainReply } from '../../../workers/protocol.ts';
import { startingExperiment } from '../startingExperiment.ts';
import {
  applyTrainReply,
  checkpointOf,
  goAlong,
  goBack,
  resetToStart,
  restartTraining,
  setLearningRate,
  setMethod,
} from './training.ts';

/** A run whose error after step s is s, so that the curve tells where it came from. */
const sliceOf = (experiment: Experiment, steps: number): TrainReply => ({
  parameters: Float64Array.from(experiment.parameters, (weight) => weight + steps),
  before: experiment.training.step,
  errors: Float64Array.from({ length: steps }, (_, k) => experiment.training.step + k + 1),
  damping: 0.5,
  status: 'running',
});

const trained = (slices: readonly number[], from: Experiment = startingExperiment): Experiment =>
  slices.reduce((experiment, steps) => applyTrainReply(sliceOf(experiment, steps))(experiment), from);

describe('training edits', () => {
  it('keeps the error before step stride · k, for every k, within the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }), (slices) => {
        const { step, curve } = trained(slices).training;
        expect(step).toBe(slices.reduce((sum, steps) => sum + steps, 0));
        expect(curve.errors).toEqual(curve.errors.map((_, k) => k * curve.stride));
        expect(curve.errors).toHaveLength(Math.floor(step / curve.stride) + 1);
        expect(curve.errors.length).toBeLessThanOrEqual(LIMITS.curve);
        if (step >= LIMITS.curve) expect(curve.errors.length).toBeGreaterThan(LIMITS.curve / 2 - 1);
      }),
    );
  });

  it('goes along the run with the curve whole, and cuts it where training goes on', () => {
    const slices = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(slices, slices, fc.double({ min: 0, max: 1, noNaN: true }), (first, second, part) => {
        const far = trained(first);
        const step = Math.floor(part * far.training.step);
        const back = goAlong({ step, parameters: startingExperiment.parameters, damping: 0.25 })(far);
        expect(back.training).toEqual({ ...far.training, step, damping: 0.25 });
        expect(back.training.curve).toBe(far.training.curve);
        const again = second.reduce((from, steps) => {
          const reply = sliceOf(from, steps);
          return applyTrainReply({ ...reply, errors: reply.errors.map((error) => -error) })(from);
        }, back);
        const { stride, errors } = again.training.curve;
        // the old course says s after step s, the new one −s
        expect(errors).toEqual(errors.map((_, k) => (k * stride <= step ? k * stride : -k * stride)));
        expect(errors).toHaveLength(Math.floor(again.training.step / stride) + 1);
        expect(again.training.start).toBe(far.training.start);
      }),
    );
  });

  it('remembers the start and returns to it', () => {
    const experiment = trained([3, 4]);
    expect(experiment.training.start).toBe(startingExperiment.parameters);
    expect(experiment.parameters).not.toEqual(startingExperiment.parameters);
    expect(resetToStart(experiment)).toEqual(startingExperiment);
    expect(resetToStart(startingExperiment)).toBe(startingExperiment);
  });

  it('returns to the initialisation when a document names no start', () => {
    const { start: _start, ...training } = trained([5]).training;
    const experiment = { ...trained([5]), training };
    expect(resetToStart(experiment).parameters).toEqual(startingExperiment.parameters);
  });

  it('starts over from the weights on screen, keeping method and rate', () => {
    const experiment = setLearningRate(0.5)(setMethod('gradient-descent')(trained([7])));
    const again = restartTraining(experiment);
    expect(again.parameters).toBe(experiment.parameters);
    expect(again.training).toEqual({
      ...startingExperiment.training,
      method: 'gradient-descent',
      learningRate: 0.5,
    });
    expect('start' in again.training).toBe(false);
    expect(restartTraining(again)).toBe(again);
  });

  it('goes back to a checkpoint with the learning rate of now', () => {
    const there = trained([4]);
    const later = setLearningRate(2)(trained([9], there));
    expect(goBack(checkpointOf(there))(later)).toEqual(setLearningRate(2)(there));
  });

  it('leaves the document alone when nothing changes', () => {
    expect(applyTrainReply(sliceOf(startingExperiment, 0))(startingExperiment)).toBe(startingExperiment);
    expect(setMethod(startingExperiment.training.method)(startingExperiment)).toBe(startingExperiment);
  });

  it.each([0, -1, NaN, Infinity, 101])('refuses a learning rate of %s', (rate) => {
    expect(() => setLearningRate(rate)(startingExperiment)).toThrow(
      `learning rate is ${rate}: allowed above 0`,
    );
  });
});
