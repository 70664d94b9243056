import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { topologyOf } from '../network/topology.ts';
import { extremeEigenvalues } from '../spectrum/extremes.ts';
import { expectClose } from '../testing/close.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { slowKfac } from '../testing/slowKfac.ts';
import { createWorkspace } from './createWorkspace.ts';
import { type MatrixId, matrixOf } from './index.ts';
import { kroneckerProduct } from './kroneckerProduct.ts';
import type { Workspace } from './workspace.ts';

// Both sides sum the same products in another order, a few hundred at most, and a product of two sums
// doubles their rounding of 1.1e-16.
const REORDERED = 1e-12;

const valuesOf = (workspace: Workspace, id: MatrixId): Float64Array => matrixOf(id).compute(workspace).values;

/** The entries whose two parameters belong to one layer; the others 0. */
function ownBlocksOf(workspace: Workspace, id: MatrixId): Float64Array {
  const { layers, W } = workspace.topology;
  const layerAt = (q: number): number =>
    layers.findLastIndex(({ rows, weights }) => rows > 0 && weights <= q);
  return valuesOf(workspace, id).map((entry, q) =>
    layerAt(Math.floor(q / W)) === layerAt(q % W) ? entry : 0,
  );
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
  { losses: ['poisson'] as const, outputs: ['exp'] as const },
];

describe('facts of MATH section 3', () => {
  test('one pattern: the blocks of K-FAC are those of Gauss–Newton', () => {
    const one = usual.map((pairs) => randomProblem({ ...pairs, patterns: { min: 1, max: 1 } }));
    fc.assert(
      fc.property(fc.oneof(...one), (problem) => {
        const workspace = createWorkspace(problem);
        expectClose('K-FAC', valuesOf(workspace, 'kfac'), ownBlocksOf(workspace, 'gauss-newton'), REORDERED);
      }),
      { numRuns: 300 },
    );
  });

  test('one pattern, any loss and output: the blocks of Fisher, or of Gauss–Newton without a likelihood', () => {
    fc.assert(
      fc.property(randomProblem({ patterns: { min: 1, max: 1 } }), (problem) => {
        const workspace = createWorkspace(problem);
        const likely = matrixOf('fisher').unavailable?.(problem) === null;
        const expected = ownBlocksOf(workspace, likely ? 'fisher' : 'gauss-newton');
        expectClose('K-FAC', valuesOf(workspace, 'kfac'), expected, REORDERED);
      }),
      { numRuns: 300 },
    );
  });

  test('a linear network with sum of squares: the blocks are those of Gauss–Newton for any number of patterns', () => {
    const linear = randomProblem({ hidden: ['identity'], losses: ['sum-of-squares'], outputs: ['identity'] });
    fc.assert(
      fc.property(linear, (problem) => {
        const workspace = createWorkspace(problem);
        expectClose('K-FAC', valuesOf(workspace, 'kfac'), ownBlocksOf(workspace, 'gauss-newton'), REORDERED);
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

describe('Monte Carlo', () => {
  /** 2-3-3 behind softmax: outputs that mix. */
  const network: Problem['network'] = {
    input: [2],
    layers: [
      { name: 'hidden1', kind: 'dense', units: 3, activation: 'tanh', from: ['input'] },
      { name: 'output', kind: 'dense', units: 3, activation: 'softmax', from: ['hidden1'] },
    ],
  };
  const problem = (samples: number, seed: number): Problem => ({
    network,
    loss: { kind: 'softmax-cross-entropy', reduction: 'mean' },
    weightDecay: 0.01,
    parameters: gaussians(1, topologyOf(network).W),
    batch: {
      N: 4,
      inputs: gaussians(2, 8),
      targets: Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0]),
    },
    estimation: { samples, seed, rank: 1 },
  });
  const exact = valuesOf(createWorkspace(problem(1, 1)), 'kfac');
  const REPEATS = 100;
  const estimates = (samples: number): Float64Array[] =>
    Array.from({ length: REPEATS }, (_, repeat) =>
      valuesOf(createWorkspace(problem(samples, repeat + 1)), 'kfac-monte-carlo'),
    );
  /** Mean over the repeats of the squared distance from K-FAC. */
  const squaredError = (samples: number): number =>
    estimates(samples).reduce(
      (sum, estimate) => sum + estimate.reduce((part, entry, q) => part + (entry - exact[q]) ** 2, 0),
      0,
    ) / REPEATS;

  test('every entry is K-FAC within five standard errors of the mean over 100 seeds', () => {
    const drawn = estimates(256);
    exact.forEach((expected, q) => {
      const mean = drawn.reduce((sum, estimate) => sum + estimate[q], 0) / REPEATS;
      const variance = drawn.reduce((sum, estimate) => sum + (estimate[q] - mean) ** 2, 0) / (REPEATS - 1);
      // Entries without spread (between layers) are equal but for rounding.
      const allowed = 5 * Math.sqrt(variance / REPEATS) + 1e-15;
      expect(Math.abs(mean - expected), `entry ${q}`).toBeLessThanOrEqual(allowed);
    });
  });

  test('the squared error falls like 1/samples', () => {
    // A mean of 100 squares, of relative spread of about √2 each at the most: 14 % for each of the two.
    const ratio = squaredError(2) / squaredError(32);
    expect(ratio).toBeGreaterThan(16 * 0.6);
    expect(ratio).toBeLessThan(16 / 0.6);
  });

  test('the same seed draws the same', () => {
    const again = (seed: number): Float64Array =>
      valuesOf(createWorkspace(problem(3, seed)), 'kfac-monte-carlo');
    expect(again(5)).toEqual(again(5));
    expect(again(5)).not.toEqual(again(6));
  });

  test('it needs a likelihood', () => {
    const cauchy: Problem = { ...problem(1, 1), loss: { kind: 'cauchy', reduction: 'sum' } };
    expect(matrixOf('kfac-monte-carlo').unavailable?.(cauchy)).toMatch(/likelihood, cauchy/);
  });
});
