import { expect, it } from 'vitest';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import { setDirection } from '../state/edits/direction.ts';
import { drawAgain, setRank, setSamples } from '../state/edits/estimation.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { problemOf, sameMatrices, sameMatrix } from './problemOf.ts';

const showing = (...matrices: MatrixId[]): Experiment => ({
  ...startingExperiment,
  view: { ...startingExperiment.view, matrices },
});

const changes = {
  samples: setSamples(3),
  rank: setRank(3),
  seed: drawAgain,
  direction: setDirection({ kind: 'gradient' }),
} as const;

const drawing: readonly (readonly [MatrixId, readonly (keyof typeof changes)[]])[] = [
  ['exact', []],
  ['fisher-monte-carlo', ['samples', 'seed']],
  ['low-rank', ['rank']],
  ['rank-two', ['direction']],
];

it.each(drawing)(
  '%s is computed anew for what it draws on, and for nothing else of the kind',
  (id, parts) => {
    const before = showing('exact', id);
    for (const [part, change] of Object.entries(changes)) {
      const after = change(before);
      const same = !(parts as readonly string[]).includes(part);
      expect(sameMatrix(id, before, after), part).toBe(same);
      expect(sameMatrices(before, after), part).toBe(same || id === 'exact');
      expect(sameMatrix('exact', before, after), part).toBe(true);
    }
  },
);

it('the engine is told what estimates draw on', () => {
  const { estimation, direction } = problemOf(setSamples(7)(startingExperiment));
  expect(estimation).toEqual({ ...startingExperiment.estimation, samples: 7 });
  expect(direction).toBe(startingExperiment.direction);
});
