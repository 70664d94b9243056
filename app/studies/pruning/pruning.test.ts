import { expect, test } from 'vitest';
import { factsOf, gradientShare, predictedOf, rankCorrelation } from './predictionsFacts.ts';
import { gradientSentence, reasonSentence, stopSentences } from './pruningWords.ts';
import { reachOf } from './raceFacts.ts';

test('ranks correlate as Spearman’s do: 1, −1, by hand, with ties, and not at all', () => {
  expect(rankCorrelation([1, 2, 30], [0.1, 0.2, 0.3])).toBe(1);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
  // 1 − 6 Σd²/(n(n²−1)) with d = 0, 1, 1, 0
  expect(rankCorrelation([1, 2, 3, 4], [10, 30, 20, 40])).toBeCloseTo(0.8, 12);
  // ranks 0.5, 0.5, 2 against 0, 1, 2
  expect(rankCorrelation([5, 5, 6], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(1.5 * 2), 12);
  expect(rankCorrelation([1, 1], [1, 2])).toBeNaN();
});

const curve = (errors: readonly number[]) => ({
  start: 1,
  deletions: errors.map((error, index) => ({ index, score: 0, error })),
  stopped: null,
});

test('a rule reaches as far as the first deletion beyond the limit, though E may fall again', () => {
  expect(reachOf(curve([1.1, 1.5, 3, 1.2]), 2)).toEqual({ count: 2, error: 1.5, exceeds: true });
  expect(reachOf(curve([3]), 2)).toEqual({ count: 0, error: 1, exceeds: true });
  expect(reachOf(curve([1.1]), 2)).toEqual({ count: 1, error: 1.1, exceeds: false });
  expect(reachOf(curve([NaN]), 2)).toEqual({ count: 0, error: 1, exceeds: true });
});

const predictions = {
  predicted: Float64Array.from([1, 0.1, -2]),
  first: Float64Array.from([-0.5, 0.2, 1]),
  truth: Float64Array.from([2, 0.1, 1]),
  length: Float64Array.from([1, 1, 1]),
};

test('the lowest prediction goes first; factors are of points with two numbers of one sign', () => {
  const left = [3, 5, 8];
  const facts = factsOf(left, 'optimal-brain-damage', predictions, false);
  expect(facts).toMatchObject({ index: 8, predicted: -2, truth: 1, factor: 1.5 });
  expect(predictedOf(predictions, true)).toEqual(Float64Array.from([0.5, 0.1 + 0.2, -1]));
  expect(factsOf(left, 'magnitude', predictions, true).predicted).toBe(-2);
  expect(gradientShare({ rules: { 'optimal-brain-damage': predictions } })).toBe(0.5);
  expect(gradientShare({ rules: {} })).toBeNaN();
});

test('reasons become sentences', () => {
  const reason = 'H + 0.1 I is not positive definite, eigenvalues above, at and below zero: 7, 0, 2';
  expect(reasonSentence(reason)).toBe(
    'H + 0.1 I is not positive definite: 7 eigenvalues are above zero, 2 below.',
  );
  expect(reasonSentence('H is not positive definite, eigenvalues above, at and below zero: 7, 1, 0')).toBe(
    'H is not positive definite: 7 eigenvalues are above zero, 1 at zero, 0 below.',
  );
  expect(reasonSentence('no Exact matrix: too large')).toBe('No Exact matrix: too large.');
  const race = {
    curves: {
      'optimal-brain-surgeon': { ...curve([1]), stopped: reason },
      magnitude: { ...curve([1]), stopped: 'no weights are left to delete: 0' },
    },
  };
  expect(stopSentences(race)).toHaveLength(1);
  expect(stopSentences(race)[0]).toMatch(/^Optimal Brain Surgeon stops after 1 deletion\. H \+ 0\.1 I is/);
  expect(gradientSentence(1, 1e-6)).toBeNull();
  expect(gradientSentence(1, NaN)).toBeNull();
  expect(gradientSentence(2.5, 0.3)).toContain('norm is 2.5');
});
