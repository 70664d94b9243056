import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Topology } from '../network/topology.ts';
import { extremeEigenvalues } from '../spectrum/extremes.ts';
import { expectClose } from '../testing/close.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { slowKfac } from '../testing/slowKfac.ts';
import { createWorkspace } from './createWorkspace.ts';
import { matrixOf } from './index.ts';
import { kroneckerProduct } from './kroneckerProduct.ts';

// Both sides sum the same products in another order, a few hundred at most, and a product of two sums
// doubles their rounding of 1.1e-16.
const REORDERED = 1e-12;

/** The entries whose two parameters belong to one layer; the others 0. */
function ownBlocks({ layers, W }: Topology, A: Float64Array): Float64Array {
  const layerAt = (q: number): number =>
    layers.findLastIndex(({ rows, weights }) => rows > 0 && weights <= q);
  return A.map((entry, q) => (layerAt(Math.floor(q / W)) === layerAt(q % W) ? entry : 0));
}

describe.each([
  ['dense networks', randomProblem()],
  ['images', randomImageProblem()],
])('%s', (_, problems) => {
  test('K-FAC = the sums of its definition', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const { M } = workspace.seed;
        expectClose('K-FAC', kroneckerProduct(workspace, M), slowKfac(workspace, M), REORDERED);
      }),
      { numRuns: 200 },
    );
  });
});

/** Losses and outputs whose M does not depend on the target: Fisher = Gauss–Newton. */
const usual = [
  { losses: ['sum-of-squares', 'squared-norm'] as const, outputs: ['identity'] as const },
  { losses: ['binary-cross-entropy', 'softmax-cross-entropy'] as const },
];

describe('facts of MATH section 3', () => {
  test('one pattern: the blocks of K-FAC are those of Gauss–Newton', () => {
    const one = usual.map((pairs) => randomProblem({ ...pairs, patterns: { min: 1, max: 1 } }));
    fc.assert(
      fc.property(fc.oneof(...one), (problem) => {
        const workspace = createWorkspace(problem);
        const G = ownBlocks(workspace.topology, matrixOf('gauss-newton').compute(workspace).values);
        expectClose('K-FAC', matrixOf('kfac').compute(workspace).values, G, REORDERED);
      }),
      { numRuns: 300 },
    );
  });

  test('a linear network with sum of squares: the blocks are those of Gauss–Newton for any number of patterns', () => {
    const linear = randomProblem({ hidden: ['identity'], losses: ['sum-of-squares'], outputs: ['identity'] });
    fc.assert(
      fc.property(linear, (problem) => {
        const workspace = createWorkspace(problem);
        const G = ownBlocks(workspace.topology, matrixOf('gauss-newton').compute(workspace).values);
        expectClose('K-FAC', matrixOf('kfac').compute(workspace).values, G, REORDERED);
      }),
      { numRuns: 200 },
    );
  });

  test('K-FAC is symmetric and positive semi-definite', () => {
    const convex = [
      ...usual.map((pairs) => randomProblem(pairs)),
      ...usual.map((pairs) => randomImageProblem(pairs)),
    ];
    fc.assert(
      fc.property(fc.oneof(...convex), (problem) => {
        const workspace = createWorkspace(problem);
        const { W } = workspace.topology;
        const matrix = matrixOf('kfac').compute(workspace);
        expect(
          matrix.values.every((entry, q) => entry === matrix.values[(q % W) * W + Math.floor(q / W)]),
        ).toBe(true);
        const { smallest, bound } = extremeEigenvalues(matrix, W);
        expect(smallest).toBeGreaterThanOrEqual(-10 * bound);
      }),
      { numRuns: 200 },
    );
  });
});
