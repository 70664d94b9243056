import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { example } from './testing/example.ts';
import { measure, median } from './measure.ts';

describe('measure', () => {
  it('runs every method that exists and counts its operations', () => {
    const problem = example([2, 3, 1], 5);
    for (const method of matrixIds) {
      if ((matrixOf(method).unavailable?.(problem) ?? null) !== null) continue;
      const { milliseconds, runs, operations } = measure({ problem, method, budgetMilliseconds: 5 });
      expect(milliseconds, method).toBeGreaterThan(0);
      expect(runs, method).toBeGreaterThanOrEqual(1);
      expect(operations, method).toBe(matrixOf(method).operations(createWorkspace(problem)));
    }
  });

  it('counts the products of each layer with its weights, written out for 2-3-1 and 5 patterns', () => {
    const problem = example([2, 3, 1], 5);
    const product = 2 * 5 * (3 * 3 + 4);
    const count = (method: 'gradient' | 'Hv' | 'Gv'): number =>
      measure({ problem, method, budgetMilliseconds: 1 }).operations;
    expect(count('gradient')).toBe(3 * product);
    expect(count('Hv')).toBe(9 * product);
    expect(count('Gv')).toBe(5 * product);
  });

  it('counts one row an output and pattern where weights are shared, not pairs of pixels', () => {
    const network: Problem['network'] = {
      input: [1, 5, 5],
      layers: [
        {
          name: 'c',
          kind: 'conv2d',
          channels: 2,
          kernel: 3,
          stride: 1,
          padding: 0,
          activation: 'tanh',
          from: ['input'],
        },
        { name: 'y', kind: 'dense', units: 3, activation: 'identity', from: ['c'] },
      ],
    };
    const W = 2 * 10 + 3 * 19;
    const N = 4;
    const problem: Problem = {
      ...example([2, 3, 1], N),
      network,
      parameters: new Float64Array(W).fill(0.1),
      batch: { N, inputs: new Float64Array(25 * N).fill(0.5), targets: new Float64Array(3 * N) },
    };
    const forward = 2 * N * (2 * 10 * 9 + 3 * 19);
    const count = (method: 'outer-product' | 'empirical-fisher'): number =>
      measure({ problem, method, budgetMilliseconds: 1 }).operations;
    expect(count('outer-product')).toBe(7 * forward + 2 * N * 9 * W + 2 * N * 3 * W ** 2);
    expect(count('empirical-fisher')).toBe(3 * forward + 2 * N * W ** 2);
  });

  it('does not begin what would take many times the budget', () => {
    const problem = example([4, 40, 1], 200);
    const refused = measure({ problem, method: 'four-point', budgetMilliseconds: 1 });
    expect(refused.runs).toBe(0);
    expect(refused.milliseconds).toBeNaN();
    expect(refused.operations).toBeGreaterThan(1e8);
  });

  it.each([
    [[3], 3],
    [[4, 1], 2.5],
    [[9, 1, 4], 4],
    [[8, 2, 6, 4], 5],
    [[], NaN],
  ])('the median of %s is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
