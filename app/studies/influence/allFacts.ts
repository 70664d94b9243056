import { rankCorrelation } from '../pruning/predictionsFacts.ts';
import type { Pair } from './pairFigure.ts';

/** What the predictions of all patterns are worth together. */
export function allFacts(pairs: readonly Pair[]) {
  const ratios = pairs
    .map(({ predicted, truth }) => truth / predicted)
    .filter((ratio) => Number.isFinite(ratio))
    .sort((a, b) => a - b);
  const half = (ratios.length - 1) / 2;
  return {
    correlation: rankCorrelation(
      pairs.map(({ predicted }) => predicted),
      pairs.map(({ truth }) => truth),
    ),
    /** True over predicted, the median and the largest. */
    factor: ((ratios[Math.floor(half)] ?? NaN) + (ratios[Math.ceil(half)] ?? NaN)) / 2,
    worst: ratios.at(-1) ?? NaN,
  };
}
