import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { drawAgain, setRank, setSamples } from './estimation.ts';

describe('estimation', () => {
  it('changes one number and leaves the others, and everything else', () => {
    const { samples, rank, seed } = startingExperiment.estimation;
    expect(setSamples(64)(startingExperiment)).toEqual({
      ...startingExperiment,
      estimation: { seed, samples: 64, rank },
    });
    expect(setRank(3)(startingExperiment).estimation).toEqual({ seed, samples, rank: 3 });
    expect(drawAgain(startingExperiment).estimation).toEqual({ seed: seed + 1, samples, rank });
  });

  it('what is so already makes no step of the history', () => {
    const { samples, rank } = startingExperiment.estimation;
    expect(setSamples(samples)(startingExperiment)).toBe(startingExperiment);
    expect(setRank(rank)(startingExperiment)).toBe(startingExperiment);
  });

  it('after the last seed comes the first', () => {
    const last = {
      ...startingExperiment,
      estimation: { ...startingExperiment.estimation, seed: LIMITS.seed },
    };
    expect(drawAgain(last).estimation.seed).toBe(0);
  });

  it.each([
    [0, 'samples is 0: allowed whole numbers 1 to 1024'],
    [2.5, 'samples is 2.5: allowed whole numbers 1 to 1024'],
    [1025, 'samples is 1025: allowed whole numbers 1 to 1024'],
  ])('samples can’t be %d', (samples, message) => {
    expect(() => setSamples(samples)(startingExperiment)).toThrow(message);
  });

  it('the rank stays within its limits', () => {
    expect(() => setRank(65)(startingExperiment)).toThrow('rank is 65: allowed whole numbers 1 to 64');
  });
});
