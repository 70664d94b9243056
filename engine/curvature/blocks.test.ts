import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { topologyOf } from '../network/topology.ts';
import { expectClose } from '../testing/close.ts';
import { matrixOf } from './index.ts';
import { blockSize } from './patternTables.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import { createWorkspace } from './createWorkspace.ts';

/** 1-u-1 with skip, so that every kind of block is there. */
function wide(units: number, N: number, seed: number): Problem {
  const network: Problem['network'] = {
    input: [1],
    layers: [
      { name: 'hidden1', kind: 'dense', units, activation: 'tanh', from: ['input'] },
      { name: 'output', kind: 'dense', units: 1, activation: 'logistic', from: ['hidden1', 'input'] },
    ],
  };
  return {
    network,
    loss: { kind: 'sum-of-squares', reduction: 'mean' },
    weightDecay: 0.1,
    parameters: gaussians(seed, topologyOf(network).W),
    batch: { N, inputs: gaussians(seed + 1, N), targets: gaussians(seed + 2, N) },
  };
}

test('a batch of several blocks gives the sum over all its patterns', () => {
  const units = 60;
  const size = blockSize(topologyOf(wide(units, 1, 1).network));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1, max: 1 }), (blocks, extra) => {
      const problem = wide(units, Math.max(1, blocks * size + extra), blocks);
      const workspace = createWorkspace(problem);
      const exact = matrixOf('exact').compute(createWorkspace(problem)).values;
      // Some 1,500 patterns summed in another order.
      expectClose('H', exact, exactByRColumns(problem), 1e-12);
      matrixOf('gauss-newton').compute(workspace);
      expectClose('H after G', matrixOf('exact').compute(workspace).values, exact, 1e-12);
    }),
    { numRuns: 6 },
  );
});

test('tables of the widest layer that a document may hold stay within their share of memory', () => {
  const { network } = wide(256, 1, 1);
  const size = blockSize(topologyOf(network));
  expect(size).toBeGreaterThan(16);
  expect(size * 256 * 256 * 8).toBeLessThan(64 * 2 ** 20);
});
