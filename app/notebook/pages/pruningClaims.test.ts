import { EigenvalueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { engineApi } from '../../../workers/engineApi.ts';
import { initialise } from '../../state/edits/parameters.ts';
import { rankCorrelation } from '../../studies/pruning/predictionsFacts.ts';
import { influence } from './influence.ts';
import { pruning } from './pruning.ts';
import { deletedBefore, deletionsOf, errorAt, everyIndex, hessian } from './testing/byHand.ts';
import { experimentOf, factsOf } from './testing/facts.ts';

const xor = experimentOf(pruning, 0);
const monks = experimentOf(pruning, 1);
const eight = experimentOf(pruning, 2);

/** True ΔE of deleting each weight alone. */
const truthsOf = (experiment: typeof xor, rule: 'damage' | 'surgeon', damping: number): readonly number[] => {
  const start = factsOf(experiment).error();
  return deletionsOf(experiment, rule, everyIndex(experiment), damping).map(
    ({ parameters }) => errorAt(experiment, parameters) - start,
  );
};

const largest = (values: readonly number[]): number => Math.max(...values);

test.each([
  ...[xor, monks, eight].map((experiment) => ({ experiment })),
  ...[0, 1, 2].map((k) => ({ experiment: experimentOf(influence, k) })),
])('weights of $experiment.title are at a minimum', ({ experiment }) => {
  // nine digits: a gradient of some millionths at most, and every eigenvalue of H above zero
  expect(Math.hypot(...factsOf(experiment).gradient())).toBeLessThan(2e-6);
  const H = hessian(experiment, everyIndex(experiment));
  expect(Math.min(...new EigenvalueDecomposition(H).realEigenvalues)).toBeGreaterThan(0);
});

describe('XOR', () => {
  test('the surgeon’s true ΔE is below that of damage for every weight', () => {
    const [surgeon, damage] = [truthsOf(xor, 'surgeon', 1e-4), truthsOf(xor, 'damage', 0)];
    expect(surgeon).toHaveLength(17);
    surgeon.forEach((truth, q) => expect(truth).toBeLessThan(damage[q] ?? NaN));
  });

  test('up to a rise of 1 the surgeon deletes seven, the others one and the same', () => {
    expect(deletedBefore(xor, 'surgeon', 1)).toHaveLength(7);
    expect(deletedBefore(xor, 'damage', 1)).toEqual([0]);
    expect(deletedBefore(xor, 'magnitude', 1)).toEqual([0]);
  });

  test('after them H is indefinite; Gauss–Newton goes on, and deletes none within the rise', () => {
    const problem = factsOf(xor).problem;
    const run = (matrix: 'exact' | 'gauss-newton') =>
      engineApi.pruningRun({
        problem,
        matrix,
        rule: 'optimal-brain-surgeon',
        damping: 1e-4,
        renew: true,
        from: null,
        count: 17,
        largestError: null,
        budgetMilliseconds: 60_000,
      });
    expect(run('exact').stopped).toContain('is not positive definite');
    const { deletions, start } = run('gauss-newton');
    expect(deletions).toHaveLength(17);
    expect(deletions[0]?.error).toBeGreaterThan(start + 1);
  });

  test('at random weights the gradient term is what damage lacks', () => {
    const random = initialise({ seed: 2, scale: 1 })(xor);
    const reply = engineApi.pruningPredictions({
      problem: factsOf(random).problem,
      matrix: 'exact',
      damping: 1e-4,
    });
    const damage = reply.rules['optimal-brain-damage'];
    const off = (gradient: number): number =>
      Math.hypot(
        ...Array.from(
          damage?.truth ?? [],
          (truth, k) => truth - (damage?.predicted[k] ?? NaN) - gradient * (damage?.first[k] ?? NaN),
        ),
      );
    expect(off(0)).toBeGreaterThan(4 * off(1));
  });
});

test('MONK’s problem: 30 weights go by the surgeon within 0.5, 24 by magnitude, 19 by damage', () => {
  expect(monks.parameters).toHaveLength(52);
  expect(deletedBefore(monks, 'surgeon', 0.5)).toHaveLength(30);
  expect(deletedBefore(monks, 'magnitude', 0.5)).toHaveLength(24);
  expect(deletedBefore(monks, 'damage', 0.5)).toHaveLength(19);
});

describe('more weights than patterns', () => {
  const scores = (damping: number): readonly number[] =>
    deletionsOf(eight, 'surgeon', everyIndex(eight), damping).map(({ score }) => score);

  test('five directions are held by decay alone', () => {
    const { realEigenvalues } = new EigenvalueDecomposition(hessian(eight, everyIndex(eight)));
    const small = realEigenvalues.filter((value) => value < 10 * eight.weightDecay);
    expect(small).toHaveLength(5);
  });

  test('the surgeon promises less than 0.004, loses up to 90, and is worse for five of thirteen', () => {
    const [surgeon, damage] = [truthsOf(eight, 'surgeon', 1e-8), truthsOf(eight, 'damage', 0)];
    expect(largest(scores(1e-8))).toBeLessThan(0.004);
    expect(largest(surgeon)).toBeCloseTo(90, 0);
    expect(surgeon.filter((truth, q) => truth > (damage[q] ?? NaN))).toHaveLength(5);
  });

  test('its ranking is good all the same, and λ = 1 brings it back to the diagonal', () => {
    const factor = (damping: number): number => {
      const promised = scores(damping);
      const off = truthsOf(eight, 'surgeon', damping).map((truth, q) =>
        Math.abs(Math.log(truth / (promised[q] ?? NaN))),
      );
      return Math.exp(off.sort((a, b) => a - b)[6] ?? NaN);
    };
    expect(rankCorrelation(scores(1e-8), truthsOf(eight, 'surgeon', 1e-8))).toBeGreaterThan(0.95);
    expect(factor(1e-8)).toBeGreaterThan(1000);
    expect(factor(1)).toBeLessThan(3);
  });
});
