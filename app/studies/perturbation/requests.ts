import type { Problem } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { PerturbationRequest } from '../../../workers/protocol/perturbation.ts';

type Settings = StudySettings['perturbation'];

/** A fit of three numbers a weight needs so many. */
export const FEWEST = 8;
/** Forward passes and numbers that one call takes in about half a second. */
const MOST_PASSES = 1.2e8;
const MOST_NUMBERS = 3e5;

/** So many samples fit one call. */
export function affordable({ parameters, batch }: Problem): number {
  const W = parameters.length;
  return Math.max(FEWEST, Math.floor(Math.min(MOST_NUMBERS / W, MOST_PASSES / (W * batch.N + 4000))));
}

/** The samples that are drawn: those asked for, unless they are too few or too many. */
export const samplesOf = (problem: Problem, { samples }: Settings): number =>
  Math.max(FEWEST, Math.min(samples, affordable(problem)));

const SIGMAS = Array.from({ length: 26 }, (_, k) => 10 ** (-12 + k / 2));

const directionOf = (direction: Settings['direction']): PerturbationRequest['direction'] =>
  direction === 'random' ? { kind: 'random', seed: 1 } : { kind: direction };

/** The number of samples doubled from 8 on, and the last. */
export function doubled(samples: number): readonly number[] {
  const counts = [];
  for (let S = FEWEST; S < samples; S *= 2) counts.push(S);
  return [...counts, samples];
}

/** One call for each point of the figure that is chosen. */
export function requestsOf(problem: Problem, settings: Settings): readonly PerturbationRequest[] {
  const { sigma, seed, figure } = settings;
  const samples = samplesOf(problem, settings);
  const one = { problem, direction: directionOf(settings.direction), sigma, samples, seed };
  if (figure === 'weights') return [one];
  if (figure === 'sigma') return SIGMAS.map((each) => ({ ...one, sigma: each }));
  return doubled(samples).map((count) => ({ ...one, samples: count }));
}
