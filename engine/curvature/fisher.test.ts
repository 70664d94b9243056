import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians, randomStream } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { likelihoodProblem } from '../losses/fisherSeed.ts';
import { lossKinds, lossOf } from '../losses/index.ts';
import { sampleTargets } from '../losses/sampledSeed.ts';
import { seedOf } from '../losses/seed.ts';
import { fisherProducts } from '../products/fisherVector.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { modelTargets } from '../testing/modelTargets.ts';
import { onePattern } from '../experiment/onePattern.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { createWorkspace } from './createWorkspace.ts';
import { type MatrixId, matrixIds, matrixOf } from './index.ts';
import type { Workspace } from './workspace.ts';

// The same products summed in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const likely = lossKinds.filter((loss) => likelihoodProblem(loss) === null);

const valuesOf = (problem: Problem, id: MatrixId): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

const quadraticForm = (u: Float64Array, A: Float64Array): number =>
  A.reduce((sum, entry, q) => sum + u[Math.floor(q / u.length)] * entry * u[q % u.length], 0);

const largest = (A: Float64Array): number => A.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

const drawing = (problem: Problem, seed: number, samples: number): Problem => ({
  ...problem,
  estimation: { seed, samples, rank: 1 },
});

/** a and y of the outputs. */
function outputsOf({ topology, forward, seed }: Workspace) {
  return { a: forward.a[topology.layers.length - 1], y: seed.y, K: topology.outputUnits };
}

describe('Fisher', () => {
  test('is Gauss–Newton where the output belongs to the likelihood (Bartlett)', () => {
    const own = [
      randomProblem({ layers: 'any', losses: ['sum-of-squares', 'squared-norm'], outputs: ['identity'] }),
      randomProblem({ layers: 'any', losses: ['binary-cross-entropy', 'softmax-cross-entropy'] }),
      randomProblem({ layers: 'any', losses: ['poisson'], outputs: ['exp'] }),
    ];
    fc.assert(
      fc.property(fc.oneof(...own), (problem) => {
        // Softmax's M is Σt times the same numbers, Σt = 1: equal to the bit.
        expectClose('F', valuesOf(problem, 'fisher'), valuesOf(problem, 'gauss-newton'), 0);
      }),
      { numRuns: 150 },
    );
  });

  test('is the outer product for squares behind any output: normal noise has B as its information', () => {
    fc.assert(
      fc.property(randomProblem({ losses: ['sum-of-squares', 'squared-norm'] }), (problem) => {
        expectClose('F', valuesOf(problem, 'fisher'), valuesOf(problem, 'outer-product'), REORDERED);
      }),
      { numRuns: 150 },
    );
  });

  test('differs from Gauss–Newton elsewhere', () => {
    const other = [
      randomProblem({ losses: ['sum-of-squares'], outputs: ['tanh', 'logistic', 'exp'] }),
      randomProblem({ losses: ['pseudo-huber'], outputs: ['identity'] }),
      randomProblem({ losses: ['poisson'], outputs: ['softplus'] }),
    ];
    fc.assert(
      fc.property(fc.oneof(...other), (problem) => {
        const [F, G] = [valuesOf(problem, 'fisher'), valuesOf(problem, 'gauss-newton')];
        expect(largest(F.map((entry, q) => entry - G[q]))).toBeGreaterThan(1e-9 * largest(F));
      }),
      { numRuns: 150 },
    );
  });

  test('is c Σ_n Σ_t p(t) g gᵀ over the targets of every pattern, from gradients alone', () => {
    const few = { layers: 'any', patterns: { min: 1, max: 3 } } as const;
    const countable = [
      randomProblem({ ...few, losses: ['binary-cross-entropy', 'softmax-cross-entropy'] }),
      randomProblem({ ...few, losses: ['poisson'] }),
    ];
    fc.assert(
      fc.property(fc.oneof(...countable), (problem) => {
        const workspace = createWorkspace(problem);
        const { a, y, K } = outputsOf(workspace);
        // 64 counts hold all of a mean up to 10; 64² targets are enough.
        fc.pre(problem.loss.kind !== 'poisson' || (K === 1 && y.every((mean) => mean < 10)));
        const W = problem.parameters.length;
        const F = new Float64Array(W * W);
        for (let n = 0; n < problem.batch.N; n++) {
          const one = onePattern(problem, n);
          const { spec } = workspace.topology.layers[workspace.topology.layers.length - 1];
          const model = modelTargets(problem.loss.kind, spec.activation, a.slice(n * K, (n + 1) * K));
          model.p.forEach((share, s) => {
            const targets = model.targets.slice(s * K, (s + 1) * K);
            const { gradient: g } = errorAndGradient({ ...one, batch: { ...one.batch, targets } });
            for (let q = 0; q < F.length; q++) F[q] += workspace.c * share * g[Math.floor(q / W)] * g[q % W];
          });
        }
        for (let q = 0; q < W; q++) F[q * (W + 1)] += problem.weightDecay;
        expectClose('F', matrixOf('fisher').compute(workspace).values, F, REORDERED);
      }),
      { numRuns: 60 },
    );
  });

  test('times v is the product without the matrix, several v at once', () => {
    fc.assert(
      fc.property(randomProblem({ layers: 'any', losses: likely }), (problem) => {
        const workspace = createWorkspace(problem);
        const W = problem.parameters.length;
        const V = [gaussians(5, W), gaussians(6, W)];
        const F = matrixOf('fisher').compute(workspace).values;
        fisherProducts(workspace, V).forEach((Fv, d) => {
          const expected = Fv.map((_, p) => V[d].reduce((sum, v, q) => sum + F[p * W + q] * v, 0));
          expectClose('Fv', Fv, expected, REORDERED);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('is positive semi-definite also where Gauss–Newton is not', () => {
    fc.assert(
      fc.property(randomProblem({ losses: likely }), fc.integer({ min: 1, max: 1e6 }), (problem, seed) => {
        const u = gaussians(seed, problem.parameters.length);
        for (const id of ['fisher', 'fisher-monte-carlo'] as const) {
          const F = valuesOf(problem, id);
          // W² products of either sign round to about W ε of their sizes.
          expect(quadraticForm(u, F)).toBeGreaterThanOrEqual(-1e-13 * largest(F) * u.length ** 2);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('exists for every loss but those without a likelihood, which say why', () => {
    for (const id of ['fisher', 'fisher-monte-carlo'] as const) {
      for (const kind of lossKinds) {
        const network = { input: [1], layers: [] };
        const why = matrixOf(id).unavailable?.({ network, loss: { kind, reduction: 'sum' } }) ?? null;
        expect(why === null).toBe(likely.includes(kind));
      }
    }
    expect(matrixIds.indexOf('fisher')).toBe(matrixIds.indexOf('empirical-fisher') + 1);
  });
});

/** Outputs whose targets vary enough that a few thousand draws tell their variance: no count rarer than 1 in 20. */
function spread(problem: Problem): boolean {
  const { y } = outputsOf(createWorkspace(problem));
  const { targets } = lossOf(problem.loss.kind);
  if (targets === 'real') return true;
  return y.every((mean) => mean > 0.05 && (targets === 'non-negative' || mean < 0.95 || mean === 1));
}

describe('Fisher by Monte Carlo', () => {
  const BATCHES = 64;
  const SAMPLES = 32;

  test('is within its standard error of the exact one, as it states it itself', () => {
    fc.assert(
      fc.property(randomProblem({ losses: likely }), (problem) => {
        fc.pre(spread(problem));
        const u = gaussians(9, problem.parameters.length);
        const exact = quadraticForm(u, valuesOf(problem, 'fisher'));
        const drawn = Array.from({ length: BATCHES }, (_, seed) =>
          quadraticForm(u, valuesOf(drawing(problem, seed, SAMPLES), 'fisher-monte-carlo')),
        );
        const mean = drawn.reduce((sum, x) => sum + x, 0) / BATCHES;
        const squares = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0);
        const standardError = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
        // Student's t with 63 degrees of freedom passes 7 with p = 2e-9; where every draw gives the same (two
        // outcomes of equal size, or one class), what is left is rounding.
        const bound = 7 * standardError + REORDERED * Math.abs(exact);
        expect(Math.abs(mean - exact), `${mean} for ${exact} ± ${standardError}`).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 40 },
    );
  });

  test.each(likely)('comes nearer like 1/√S: %s', (loss) => {
    const [problem] = fc.sample(
      randomProblem({
        losses: [loss],
        outputs: lossOf(loss).outputs.slice(0, 1),
        hiddenLayers: { min: 1, max: 1 },
        patterns: { min: 4, max: 7 },
      }).filter((drawn) => spread(drawn) && createWorkspace(drawn).topology.outputUnits === 3),
      { numRuns: 1, seed: 5 },
    );
    const exact = valuesOf(problem, 'fisher');
    const error = (samples: number): number => {
      let squares = 0;
      for (let seed = 0; seed < 24; seed++) {
        const F = valuesOf(drawing(problem, seed, samples), 'fisher-monte-carlo');
        squares += F.reduce((sum, entry, q) => sum + (entry - exact[q]) ** 2, 0);
      }
      return Math.sqrt(squares / 24);
    };
    const few = error(8);
    // 64 times the samples: an eighth of the error, itself known to about 1/√48 = 15 % twice.
    const ratio = few / error(512);
    expect(few).toBeGreaterThan(0);
    expect(ratio).toBeGreaterThan(8 / 1.9);
    expect(ratio).toBeLessThan(8 * 1.9);
  });

  test('is the same for the same seed, another for another, and not the exact one', () => {
    const some = randomProblem({ losses: ['sum-of-squares', 'pseudo-huber'], outputs: ['identity', 'tanh'] });
    fc.assert(
      fc.property(some, (problem) => {
        const first = valuesOf(drawing(problem, 1, 4), 'fisher-monte-carlo');
        expect(valuesOf(drawing(problem, 1, 4), 'fisher-monte-carlo')).toEqual(first);
        expect(valuesOf(drawing(problem, 2, 4), 'fisher-monte-carlo')).not.toEqual(first);
        expect(valuesOf(drawing(problem, 1, 5), 'fisher-monte-carlo')).not.toEqual(first);
        expect(valuesOf(problem, 'fisher')).not.toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  test('is c/S Σ_n Σ_s g gᵀ of the gradients at the targets drawn', () => {
    fc.assert(
      fc.property(randomProblem({ layers: 'any', losses: likely }), fc.nat(1000), (problem, seed) => {
        const samples = 3;
        const { y, K } = outputsOf(createWorkspace(problem));
        const { N } = problem.batch;
        const random = randomStream(seed);
        const F = new Float64Array(problem.parameters.length ** 2);
        for (let s = 0; s < samples; s++) {
          const targets = sampleTargets(problem.loss.kind, y, N, K, random);
          const F1 = valuesOf({ ...problem, batch: { ...problem.batch, targets } }, 'empirical-fisher');
          for (let q = 0; q < F.length; q++) F[q] += F1[q] / samples;
        }
        expectClose('F', valuesOf(drawing(problem, seed, samples), 'fisher-monte-carlo'), F, REORDERED);
      }),
      { numRuns: 100 },
    );
  });
});

test('poisson: the cut at y matters behind exp, M = y and Mcut = t', () => {
  const a = Float64Array.of(0.3, -1, 2);
  const t = Float64Array.of(0, 2, 5);
  const { M, Mcut, y } = seedOf('poisson', 'exp', a, t, 3, 1);
  expect(M).toEqual(y);
  expect(Mcut).toEqual(t);
  fc.assert(
    fc.property(randomProblem({ losses: ['poisson'] }), (problem) => {
      const [O, G] = [valuesOf(problem, 'outer-product'), valuesOf(problem, 'gauss-newton')];
      expect(largest(O.map((entry, q) => entry - G[q]))).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});
