import { describe, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import type { NetworkSpec, Problem } from '../experiment/problem.ts';
import { topologyOf } from '../network/topology.ts';
import { expectClose } from '../testing/close.ts';
import { createWorkspace } from './createWorkspace.ts';
import { type MatrixId, matrixIds, matrixOf } from './index.ts';
import { runLength } from './patternRuns.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const valuesOf = (problem: Problem, id: MatrixId): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

/** 1-…: dense layers one after another. */
const chain = (units: readonly number[], activation: 'logistic' | 'tanh'): NetworkSpec => ({
  input: [1],
  layers: units.map((count, l) => ({
    name: `layer${l}`,
    kind: 'dense',
    units: count,
    activation: l === units.length - 1 ? 'identity' : activation,
    from: [l === 0 ? 'input' : `layer${l - 1}`],
  })),
});

describe('the exact Hessian', () => {
  test.each(matrixIds.filter((id) => matrixOf(id).role === 'exact'))(
    '%s: PRML 5.93–5.95 worked out by hand',
    (id) => {
      // x = 2, a = ln 3, z = 3/4, h' = 3/16, h'' = −3/32; w₂ = 2, y = 2, δ = 1, M = 1.
      const problem: Problem = {
        network: chain([1, 1], 'logistic'),
        loss: { kind: 'sum-of-squares', reduction: 'sum' },
        weightDecay: 0,
        parameters: Float64Array.of((Math.log(3) - 1) / 2, 1, 2, 1 / 2),
        batch: { N: 1, inputs: Float64Array.of(2), targets: Float64Array.of(1) },
      };
      const H = [
        [-3 / 16, -3 / 32, 15 / 16, 3 / 4],
        [-3 / 32, -3 / 64, 15 / 32, 3 / 8],
        [15 / 16, 15 / 32, 9 / 16, 3 / 4],
        [3 / 4, 3 / 8, 3 / 4, 1],
      ];
      // Rounded: a, the exponential, and about ten products.
      expectClose('H', valuesOf(problem, id), H.flat(), 2e-15);
    },
  );

  test('unit-seeded passes over several runs of patterns give the sum over all', () => {
    const network = chain([100, 1], 'tanh');
    const { W } = topologyOf(network);
    const N = 2 * runLength(topologyOf(network)) + 1;
    const problem: Problem = {
      network,
      loss: { kind: 'sum-of-squares', reduction: 'mean' },
      weightDecay: 0.1,
      parameters: gaussians(1, W),
      batch: { N, inputs: gaussians(2, N), targets: gaussians(3, N) },
    };
    expectClose('H', valuesOf(problem, 'exact-unit-seeded'), valuesOf(problem, 'exact'), REORDERED);
  });
});
