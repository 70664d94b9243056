import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../experiment/problem.ts';
import { dot } from '../kernels/multiply.ts';
import { groupsOf, indicesIn } from '../network/groups.ts';
import { forEachRow, shareOf } from '../network/shares.ts';
import { isDense } from '../network/topology.ts';
import { extremeEigenvalues } from '../spectrum/extremes.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { createWorkspace } from './createWorkspace.ts';
import { hutchinsonEstimate } from './hutchinson.ts';
import { matrices, type MatrixId, matrixIds, matrixOf } from './index.ts';
import type { Workspace } from './workspace.ts';

const everyKind = randomProblem({ layers: 'any' });
const values = (workspace: Workspace, id: MatrixId): Float64Array => matrixOf(id).compute(workspace).values;
const isThere = (id: MatrixId, problem: Problem): boolean =>
  (matrixOf(id).unavailable?.(problem) ?? null) === null;
const diagonalOf = (H: Float64Array, W: number): Float64Array =>
  Float64Array.from({ length: W }, (_, q) => H[q * (W + 1)]);
const times = (H: Float64Array, v: Float64Array): Float64Array =>
  v.map((_, row) => dot(H, row * v.length, v, 0, v.length));
const largest = (x: Float64Array): number => x.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
const each = (problems: fc.Arbitrary<Problem>, numRuns: number, fact: (workspace: Workspace) => void): void =>
  fc.assert(
    fc.property(problems, (problem) => {
      fact(createWorkspace(problem));
    }),
    { numRuns },
  );

/**
 * The same sums in another order: a few roundings of 1.1e-16 for each of some hundred terms that may exceed
 * their sum; entries may all vanish, so 1e-9 is the least unit.
 */
const ROUNDING = 1e-12;
const LEAST = 1e-9;

describe('ways to the exact Hessian agree', () => {
  const exactWays = matrixIds.filter((id) => matrixOf(id).role === 'exact' && id !== 'exact');

  test.each(exactWays)('%s', (id) => {
    const problems =
      id === 'closed-form' ? randomProblem({ hiddenLayers: { min: 1, max: 1 }, skips: false }) : everyKind;
    let met = 0;
    each(problems, 100, (workspace) => {
      if (!isThere(id, workspace.problem)) return;
      met += 1;
      expectClose(id, values(workspace, id), values(workspace, 'exact'), ROUNDING, LEAST);
    });
    expect(met).toBeGreaterThan(50);
  });

  test('the closed form says for which networks it is', () => {
    each(everyKind, 100, ({ problem, topology }) => {
      const [first, second] = problem.network.layers;
      const two = problem.network.layers.length === 2 && isDense(topology);
      const plain = two && second.from.length === 1 && second.from[0] === first.name;
      expect(isThere('closed-form', problem)).toBe(plain);
    });
  });

  test('H right after G is what G lacks, added to it; what comes between does no harm', () => {
    each(everyKind, 100, ({ problem }) => {
      const H = values(createWorkspace(problem), 'exact-r-columns');
      for (const before of [['gauss-newton'], ['gauss-newton', 'empirical-fisher']] as const) {
        const workspace = createWorkspace(problem);
        const unit = Math.max(LEAST, ...before.map((id) => largest(values(workspace, id))));
        expectClose(`H after ${before.join(', ')}`, values(workspace, 'exact'), H, ROUNDING, unit);
      }
    });
  });

  // Truncation ε²/12 of fourth derivatives and cancellation 2⁻⁵² E/ε², both about 2⁻²⁶ = 1.5e-8 of the terms, or
  // ε² and 2⁻⁵² g/ε with ε = 2⁻¹⁷: 4e-11; with room for the sixth derivatives of stiff draws.
  test.each([
    ['four-point', 1e-5],
    ['gradient-differences', 1e-7],
  ] as const)('%s within what truncation and cancellation leave', (id, tolerance) => {
    each(randomProblem({ layers: 'dense', hidden: smoothKinds }), 100, (workspace) => {
      const H = values(workspace, 'exact');
      expectClose(id, values(workspace, id), H, tolerance, Math.max(1, largest(H), workspace.seed.E));
    });
  });
});

describe('diagonals and blocks', () => {
  test('the exact diagonal is the diagonal of H', () => {
    each(everyKind, 100, (workspace) => {
      const { W } = workspace.topology;
      const expected = diagonalOf(values(workspace, 'exact'), W);
      const unit = Math.max(LEAST, largest(values(workspace, 'exact')));
      expectClose('diagonal', values(workspace, 'exact-diagonal'), expected, ROUNDING, unit);
    });
  });

  test('with one hidden layer and outputs that do not mix the recursion is exact', () => {
    const unmixed = randomProblem({
      hiddenLayers: { min: 1, max: 1 },
      losses: ['sum-of-squares', 'cauchy', 'binary-cross-entropy', 'poisson'],
      outputs: ['identity', 'tanh', 'logistic', 'exp'],
    });
    each(unmixed, 200, (workspace) => {
      const exact = values(workspace, 'exact-diagonal');
      expectClose('recursion', values(workspace, 'diagonal'), exact, ROUNDING, LEAST);
    });
  });

  test.each([
    ['softmax outputs', { hiddenLayers: { min: 1, max: 1 }, losses: ['softmax-cross-entropy'] }],
    ['a second hidden layer', { hiddenLayers: { min: 2, max: 2 }, losses: ['sum-of-squares'] }],
  ] as const)('%s break it', (_, choices) => {
    let broken = 0;
    each(randomProblem({ ...choices, hidden: ['tanh'], skips: false }), 100, (workspace) => {
      const exact = values(workspace, 'exact-diagonal');
      const visible = 1e-3 * largest(exact);
      const found = values(workspace, 'diagonal');
      if (found.some((entry, q) => Math.abs(entry - exact[q]) > visible)) broken += 1;
    });
    // One unit or one output mixes with nothing.
    expect(broken).toBeGreaterThan(50);
  });

  test('blocks are those of H and of G, and nothing else', () => {
    each(everyKind, 60, (workspace) => {
      const { topology } = workspace;
      const { W } = topology;
      const layers = new Int32Array(W);
      topology.layers.forEach(({ weights, biases, rows }, layer) =>
        layers.fill(layer, weights, biases + rows),
      );
      const units = new Int32Array(W);
      groupsOf(topology).forEach((_, first) => {
        for (const index of indicesIn(topology, { first, end: first + 1 })) units[index] = first;
      });
      const blocks = [
        ['block-diagonal', 'exact', layers],
        ['gauss-newton-blocks', 'gauss-newton', layers],
        ['block-diagonal-units', 'exact', units],
      ] as const;
      for (const [id, of, block] of blocks) {
        const expected = values(workspace, of).map((entry, at) =>
          block[Math.floor(at / W)] === block[at % W] ? entry : 0,
        );
        expectClose(id, values(workspace, id), expected, 0, LEAST);
      }
    });
  });
});

describe('Gauss–Newton and the outer product', () => {
  test('are H where the outputs are linear in the weights', () => {
    each(randomProblem({ hiddenLayers: { min: 0, max: 0 } }), 100, (workspace) => {
      expectClose('G', values(workspace, 'gauss-newton'), values(workspace, 'exact'), ROUNDING, LEAST);
    });
  });

  test('are not where a hidden layer is linear: the product of two weights leaves a residual', () => {
    let differ = 0;
    const linear = randomProblem({
      hiddenLayers: { min: 1, max: 1 },
      hidden: ['identity'],
      losses: ['sum-of-squares'],
      outputs: ['identity'],
    });
    each(linear, 50, (workspace) => {
      const visible = 1e-3 * largest(values(workspace, 'exact'));
      if (values(workspace, 'residual').some((entry) => Math.abs(entry) > visible)) differ += 1;
    });
    expect(differ).toBeGreaterThan(40);
  });

  test.each([
    ['sum-of-squares', 'identity', true],
    ['binary-cross-entropy', 'logistic', true],
    ['softmax-cross-entropy', 'softmax', true],
    ['sum-of-squares', 'tanh', false],
    ['sum-of-squares', 'logistic', false],
    ['poisson', 'exp', false],
  ] as const)('%s with %s: the same is %s', (loss, output, same) => {
    let differ = 0;
    each(randomProblem({ losses: [loss], outputs: [output] }), 40, (workspace) => {
      const G = values(workspace, 'gauss-newton');
      const allowed = ROUNDING * largest(G);
      const found = values(workspace, 'outer-product');
      if (found.some((entry, q) => Math.abs(entry - G[q]) > allowed)) differ += 1;
    });
    if (same) expect(differ).toBe(0);
    else expect(differ).toBeGreaterThan(30);
  });

  test('G is positive semi-definite for a convex loss; cauchy loses it', () => {
    const smallest = (workspace: Workspace): number => {
      const { W } = workspace.topology;
      const ends = extremeEigenvalues(matrixOf('gauss-newton').compute(workspace), W);
      return ends.smallest / Math.max(LEAST, ends.largest);
    };
    const convex = [
      ['sum-of-squares', 'identity'],
      ['pseudo-huber', 'identity'],
      ['poisson', 'exp'],
      ['softmax-cross-entropy', 'softmax'],
    ] as const;
    // A symmetric solver is right to W 2⁻⁵² of the norm, and so are the sums.
    for (const [loss, output] of convex) {
      each(randomProblem({ losses: [loss], outputs: [output] }), 20, (workspace) =>
        expect(smallest(workspace)).toBeGreaterThan(-1e-12),
      );
    }
    let indefinite = 0;
    each(randomProblem({ losses: ['cauchy'], outputs: ['identity'] }), 60, (workspace) => {
      if (smallest(workspace) < -1e-6) indefinite += 1;
    });
    expect(indefinite).toBeGreaterThan(10);
  });
});

describe('estimates', () => {
  test('Hutchinson lies within its own standard error', () => {
    const scores: number[] = [];
    each(randomProblem(), 40, ({ problem }) => {
      const workspace = createWorkspace({ ...problem, estimation: { seed: 5, samples: 400, rank: 1 } });
      const { mean, standardError } = hutchinsonEstimate(workspace);
      const exact = values(workspace, 'exact-diagonal');
      const unit = largest(values(workspace, 'exact'));
      mean.forEach((entry, q) => {
        if (standardError[q] > 1e-9 * unit) scores.push((entry - exact[q]) / standardError[q]);
      });
    });
    // Some thousand scores, near normal at 400 probes: |z| > 6 has the odds 2e-9 each, a mean square of 1 is right.
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(6);
    const meanSquare = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
    expect(meanSquare).toBeGreaterThan(0.7);
    expect(meanSquare).toBeLessThan(1.4);
  });

  test('Hutchinson is exact where H is diagonal, with a single probe', () => {
    const diagonal = randomProblem({ hiddenLayers: { min: 0, max: 0 }, patterns: { min: 1, max: 1 } });
    each(diagonal, 40, ({ problem }) => {
      // Inputs 0: only the biases see curvature, and outputs that do not mix leave nothing beside the diagonal.
      const inputs = problem.batch.inputs.map(() => 0);
      if (problem.network.layers[0].activation === 'softmax') return;
      const estimation = { seed: 3, samples: 1, rank: 1 };
      const workspace = createWorkspace({ ...problem, estimation, batch: { ...problem.batch, inputs } });
      const exact = values(workspace, 'exact-diagonal');
      expectClose('diagonal', values(workspace, 'hutchinson-diagonal'), exact, ROUNDING, LEAST);
    });
  });

  test('low rank with all eigenpairs is H, and with fewer the best of its rank', () => {
    each(randomProblem({ patterns: { min: 3, max: 7 } }), 60, ({ problem }) => {
      const W = problem.parameters.length;
      const of = (rank: number): Workspace =>
        createWorkspace({ ...problem, estimation: { seed: 1, samples: 1, rank } });
      const whole = of(W);
      const H = values(whole, 'exact');
      // Lanczos ends early at an invariant subspace; what is left then has eigenvalue 0 or repeats one.
      const complete = whole.eigenpairs.length === W;
      if (complete) expectClose('rank W', values(whole, 'low-rank'), H, 1e-9, LEAST);
      const some = of(2);
      const rest = values(some, 'low-rank').map((entry, at) => H[at] - entry);
      const third = complete ? Math.abs(whole.eigenpairs[2]?.value ?? 0) : Infinity;
      const ends = extremeEigenvalues({ form: 'dense', values: rest }, W);
      const norm = Math.max(Math.abs(ends.smallest), Math.abs(ends.largest));
      expect(norm).toBeLessThanOrEqual(third + 1e-8 * Math.max(LEAST, largest(H) * W));
    });
  });

  test.each(['rank-one', 'rank-two'] as const)('%s: Ĥv = Hv, and Ĥ is symmetric', (id) => {
    each(everyKind, 100, (workspace) => {
      const v = workspace.direction;
      const z = times(values(workspace, 'exact'), v);
      const found = values(workspace, id);
      // The rank-one estimate divides by v·z, which may be small beside ‖v‖‖z‖: the error grows by as much.
      const size = Math.sqrt(dot(v, 0, v, 0, v.length) * dot(z, 0, z, 0, z.length));
      const cosine = Math.abs(dot(v, 0, z, 0, v.length)) / size;
      if (id === 'rank-one' && !(cosine > 1e-6)) return;
      expectClose('Ĥv', times(found, v), z, id === 'rank-one' ? ROUNDING / cosine : ROUNDING, LEAST);
      const W = v.length;
      const mirrored = found.map((_, at) => found[(at % W) * W + Math.floor(at / W)]);
      expectClose('Ĥ', found, mirrored, ROUNDING, LEAST);
    });
  });

  test('without a direction there is nothing to tell', () => {
    each(everyKind, 10, ({ problem }) => {
      const still = { ...problem, parameters: problem.parameters.map(() => 0), weightDecay: 0 };
      const zero = { ...still, batch: { ...still.batch, targets: still.batch.targets.map(() => 0) } };
      const workspace = createWorkspace({ ...zero, direction: { kind: 'gradient' } });
      for (const id of ['rank-one', 'rank-two'] as const) {
        expect(values(workspace, id).every(Number.isFinite)).toBe(true);
      }
    });
  });
});

test('a part of a matrix is its share of the whole', () => {
  fc.assert(
    fc.property(everyKind, fc.nat(), fc.nat(), (problem, a, b) => {
      const workspace = createWorkspace(problem);
      const { topology } = workspace;
      const count = groupsOf(topology).length;
      const first = a % count;
      const part = { first, end: first + 1 + (b % (count - first)) };
      for (const id of Object.keys(matrices) as MatrixId[]) {
        if (!isThere(id, problem) || matrixOf(id).divisible !== true) continue;
        // Four evaluations for each pair of weights: small networks are enough.
        if (id === 'four-point' && topology.W > 30) continue;
        const whole = values(workspace, id);
        const found = matrixOf(id).compute(workspace, part).values;
        const expected: number[] = [];
        forEachRow(shareOf(topology, part), (row, from, end) =>
          expected.push(...whole.subarray(row * topology.W + from, row * topology.W + end)),
        );
        // A residual of 0 is the rounding of H and G.
        const unit = Math.max(LEAST, largest(whole), largest(values(workspace, 'exact')));
        expectClose(id, found, expected, ROUNDING, unit);
      }
    }),
    { numRuns: 25 },
  );
});
