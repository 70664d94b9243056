import { racerOf, type RacerId } from '../../../engine/uses/race/index.ts';

/** A step with a matrix takes about N W² + W³ operations, one by products 100 times N W. */
const LARGEST_W = 300;
const MOST_PAIRS = 5e7;
const MOST_WEIGHTS_BY_PATTERNS = 4e5;
/** A race of so few weights begins by itself. */
export const BY_ITSELF = 200;

const count = (x: number): string => x.toLocaleString('en-US');

/** Why a method does not race on a network of this size, or null. */
export function whyNotRaced(id: RacerId, W: number, N: number): string | null {
  const { takes } = racerOf(id);
  if (takes === 'matrix' && W > LARGEST_W) return `needs W up to ${count(LARGEST_W)}, here ${count(W)}`;
  if (takes === 'matrix' && N * W * W > MOST_PAIRS)
    return `needs N W² up to ${count(MOST_PAIRS)}, here ${count(N * W * W)}`;
  if (takes === 'products' && N * W > MOST_WEIGHTS_BY_PATTERNS)
    return `needs N W up to ${count(MOST_WEIGHTS_BY_PATTERNS)}, here ${count(N * W)}`;
  return null;
}

const MOST_NOTES = 150;
const MOST_NUMBERS = 2e5;

/** At which steps a path's weights are kept, so that all of them stay few. */
export const noteEvery = (iterations: number, W: number): number =>
  Math.max(1, Math.ceil(iterations / Math.max(2, Math.min(MOST_NOTES, Math.floor(MOST_NUMBERS / W)))));
