import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { Estimation } from '../../../engine/experiment/problem.ts';
import type { Edit } from '../experiment.ts';
import { checkWhole, nextSeed } from './wholeNumbers.ts';

const withEstimation =
  (change: Partial<Estimation>): Edit =>
  (experiment) => {
    const estimation = { ...experiment.estimation, ...change };
    const { seed, samples, rank } = experiment.estimation;
    const same = estimation.seed === seed && estimation.samples === samples && estimation.rank === rank;
    return same ? experiment : { ...experiment, estimation };
  };

/**
 * Targets drawn for each pattern, or probes.
 * @throws `samples is 0: allowed whole numbers 1 to 1024`
 */
export const setSamples =
  (samples: number): Edit =>
  (experiment) => {
    checkWhole('samples', samples, 1, LIMITS.samples);
    return withEstimation({ samples })(experiment);
  };

/**
 * Eigenpairs that a low-rank approximation keeps.
 * @throws `rank is 65: allowed whole numbers 1 to 64`
 */
export const setRank =
  (rank: number): Edit =>
  (experiment) => {
    checkWhole('rank', rank, 1, LIMITS.rank);
    return withEstimation({ rank })(experiment);
  };

/** Other random numbers of the same kind: those of the next seed. */
export const drawAgain: Edit = (experiment) =>
  withEstimation({ seed: nextSeed(experiment.estimation.seed) })(experiment);
