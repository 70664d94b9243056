import { topologyOf } from '../../../engine/network/topology.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { PerturbationRequest } from '../../../workers/protocol/perturbation.ts';

type Settings = StudySettings['perturbation'];

/** A fit of three numbers a weight needs so many. */
export const FEWEST = 8;
/** Operations of forward passes and numbers to regress that one call takes in about a quarter of a second. */
const MOST_OPERATIONS = 8e7;
const MOST_NUMBERS = 1.5e5;
/** Of one activation, and of one pass whatever its size. */
const ACTIVATION = 20;
const PASS = 10_000;
/** Weights times patterns; with more, the some hundred products that find the eigenvector take longer. */
const MOST_FOR_EIGENVECTOR = 1e6;

/** So many samples fit one call. */
export function affordable({ network, parameters, batch }: Problem): number {
  const W = parameters.length;
  const { layers } = topologyOf(network);
  const pattern = layers.reduce((sum, { units, fanIn }) => sum + units * (fanIn + ACTIVATION), 0);
  const pass = batch.N * pattern + PASS;
  return Math.max(FEWEST, Math.floor(Math.min(MOST_NUMBERS / W, MOST_OPERATIONS / pass)));
}

/** The samples that are drawn: those asked for, unless they are too few or too many. */
export const samplesOf = (problem: Problem, { samples }: Settings): number =>
  Math.max(FEWEST, Math.min(samples, affordable(problem)));

const SIGMAS = Array.from({ length: 26 }, (_, k) => 10 ** (-12 + k / 2));

/** Whether the eigenvector is asked for and not found in a moment: then v is ∇E. */
export const isTooLong = ({ parameters, batch }: Problem, { direction }: Settings): boolean =>
  direction === 'top-eigenvector' && parameters.length * batch.N > MOST_FOR_EIGENVECTOR;

function directionOf(problem: Problem, settings: Settings): PerturbationRequest['direction'] {
  if (settings.direction === 'random') return { kind: 'random', seed: 1 };
  return { kind: isTooLong(problem, settings) ? 'gradient' : settings.direction };
}

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
  const one = { problem, direction: directionOf(problem, settings), sigma, samples, seed };
  if (figure === 'weights') return [one];
  if (figure === 'sigma') return SIGMAS.map((each) => ({ ...one, sigma: each }));
  return doubled(samples).map((count) => ({ ...one, samples: count }));
}
