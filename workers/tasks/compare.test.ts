import { describe, expect, test } from 'vitest';
import type { Problem } from '../../engine/experiment/problem.ts';
import { sweepSteps } from '../../engine/experiment/sweepSteps.ts';
import { gaussians } from '../../engine/data/random.ts';
import { compare } from './compare.ts';
import { eigenvalues } from './eigenvalues.ts';
import { sweep } from './sweep.ts';
import { snapshotOf } from '../testing/snapshotOf.ts';

function problemOf(hidden: number, N = 12): Problem {
  return {
    network: {
      input: [2],
      layers: [
        { name: 'hidden1', kind: 'dense', units: hidden, activation: 'tanh', from: ['input'] },
        { name: 'hidden2', kind: 'dense', units: hidden, activation: 'tanh', from: ['hidden1'] },
        { name: 'output', kind: 'dense', units: 1, activation: 'logistic', from: ['hidden2'] },
      ],
    },
    loss: { kind: 'sum-of-squares', reduction: 'mean' },
    weightDecay: 0.1,
    parameters: gaussians(1, hidden * (3 + hidden + 1 + 1) + 1).map((entry) => 0.5 * entry),
    batch: { N, inputs: gaussians(2, 2 * N), targets: gaussians(3, N) },
  };
}

const problem = problemOf(4);
const W = problem.parameters.length;

describe('compare', () => {
  test('says what the gallery says, with H beside it', () => {
    const { exact, matrices, refused } = compare({ problem, matrices: ['diagonal', 'outer-product'] });
    const gallery = snapshotOf(problem, ['exact', 'diagonal', 'outer-product']).matrices;
    expect(exact?.values).toEqual(gallery.exact?.values);
    expect(exact?.largest).toBe(gallery.exact?.largest);
    for (const id of ['diagonal', 'outer-product'] as const)
      // The same sums in another order.
      expect(matrices[id]?.relativeError).toBeCloseTo(gallery[id]?.relativeError ?? NaN, 14);
    expect(refused).toEqual([]);
  });

  test('leaves out what does not exist, is too much work or too large, and says so', () => {
    expect(compare({ problem, matrices: ['closed-form', 'gauss-newton'] }).refused).toEqual([
      'Two-layer closed form does not exist here: needs one hidden layer, network has 2.',
    ]);
    const slow = compare({ problem: problemOf(30, 400), matrices: ['four-point', 'diagonal'] });
    expect(slow.refused).toEqual([
      expect.stringMatching(/^Four-point .*is left out: it needs [\d,.]+ billion/),
    ]);
    expect(slow.matrices.diagonal?.relativeError).toBeGreaterThan(0);
    const large = compare({ problem: problemOf(58, 1), matrices: ['diagonal', 'gauss-newton'] });
    expect(large).toEqual({ exact: null, matrices: {}, refused: [expect.stringMatching(/allowed 256 MB/)] });
  });
});

describe('eigenvalues', () => {
  test('all of them, or the two ends that all of them have', () => {
    const few = eigenvalues({ problem, matrix: 'exact' });
    expect(few).toMatchObject({ complete: true, refused: null });
    expect(few.values).toHaveLength(W);
    const wide = problemOf(19);
    expect(wide.parameters.length).toBeGreaterThan(400);
    const ends = eigenvalues({ problem: wide, matrix: 'gauss-newton' });
    expect(ends.complete).toBe(false);
    // G has rank 12 at most and is positive semi-definite or not; α = 0.1 is the eigenvalue of all the others.
    expect(ends.values[0]).toBeGreaterThan(0.1);
    expect(ends.values[1]).toBeLessThan(0.1 + 1e-6);
    const diagonal = eigenvalues({ problem: wide, matrix: 'diagonal' });
    expect(diagonal.complete).toBe(true);
    expect(diagonal.values).toHaveLength(wide.parameters.length);
  });

  test('what does not exist is refused', () => {
    expect(eigenvalues({ problem, matrix: 'closed-form' }).refused).toMatch(/does not exist here/);
  });
});

describe('sweep', () => {
  const product = { kind: 'product', direction: { kind: 'random', seed: 3 } } as const;

  test('in pieces it is what it is at once; R{·} is right to rounding', () => {
    const whole = sweep({ problem, of: product, steps: sweepSteps, check: true });
    const piece = sweep({ problem, of: product, steps: sweepSteps.slice(10, 13), check: false });
    expect(piece.errors.central).toEqual(whole.errors.central.slice(10, 13));
    expect(piece.ownError).toBeNaN();
    expect(whole.ownError).toBeLessThan(1e-14);
  });

  test('v has length 1: the product is that of H with v/‖v‖', () => {
    const H = compare({ problem, matrices: [] }).exact?.values ?? new Float64Array();
    const v = gaussians(3, W);
    const Hv = v.map((_, row) => v.reduce((sum, entry, q) => sum + entry * (H[row * W + q] ?? NaN), 0));
    const { value, length } = sweep({ problem, of: product, steps: [1e-3], check: false });
    expect(length).toBeCloseTo(Math.hypot(...v), 12);
    expect(value).toBeCloseTo(Math.hypot(...Hv) / Math.hypot(...v), 12);
  });

  test('no entry is chosen: the largest of H; a chosen one that this network lacks, too', () => {
    const { exact } = compare({ problem, matrices: [] });
    for (const entry of [null, [W, 0] as const]) {
      const found = sweep({ problem, of: { kind: 'entry', entry }, steps: [1e-4], check: true });
      expect(Math.abs(found.value)).toBeCloseTo(exact?.largest ?? NaN, 12);
      expect(found.entry?.[0]).toBeGreaterThanOrEqual(found.entry?.[1] ?? NaN);
      expect(found.ownError).toBeLessThan(1e-13);
    }
    const chosen = sweep({ problem, of: { kind: 'entry', entry: [5, 2] }, steps: [1e-4], check: false });
    expect(chosen.value).toBeCloseTo(exact?.values[5 * W + 2] ?? NaN, 12);
    // A four-point difference takes four errors E, a central one two gradients of three times its cost.
    expect(chosen.operations.central / chosen.operations.fourPoint).toBeCloseTo(6 / 4, 12);
  });
});
