import fc from 'fast-check';
import { inverse as invert, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { frobenius } from '../curvature/compare.ts';
import { outerProduct } from '../curvature/outerProduct.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { type LossKind, lossKinds } from '../losses/index.ts';
import { expectClose } from '../testing/close.ts';
import { explicitProduct } from '../testing/jacobian.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { choleskySolve, cholesky, inverseByCholesky } from './cholesky.ts';
import { directInverse } from './directInverse.ts';
import { inertia } from './inertia.ts';
import { outerProductRows } from './outerProductRows.ts';
import { semidefiniteFactor } from './semidefiniteFactor.ts';
import { addRow, sequentialInverse } from './sequentialInverse.ts';
import { woodburyInverse } from './woodburyInverse.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const norm = (values: Float64Array): number => frobenius({ form: 'dense', values });

/** By LU with pivoting, of a library. */
const byLibrary = (A: Float64Array, W: number): number[] => invert(Matrix.from1DArray(W, W, A)).to1DArray();

/** `P diag(λ) P`, P = I − 2uuᵀ a reflection: a symmetric matrix of known eigenvalues. */
function withEigenvalues(eigenvalues: readonly number[], seed: number): Float64Array {
  const W = eigenvalues.length;
  const u = gaussians(seed, W);
  const square = u.reduce((sum, x) => sum + x * x, 0);
  const P = (p: number, q: number): number => (p === q ? 1 : 0) - (2 * u[p] * u[q]) / square;
  return Float64Array.from({ length: W * W }, (_, at) => {
    const [p, q] = [Math.floor(at / W), at % W];
    return eigenvalues.reduce((sum, value, k) => sum + P(p, k) * value * P(q, k), 0);
  });
}

const convex = lossKinds.filter((kind): kind is LossKind => kind !== 'cauchy');
/** The plain sums that it is held against cost O(N K² W²). */
const anyProblem = randomProblem({ layers: 'any', losses: convex }).filter(
  ({ parameters }) => parameters.length <= 60,
);
const ALPHA = 0.3;
const decayed = (problem: Problem): Workspace => createWorkspace({ ...problem, weightDecay: ALPHA });

/** How many of its digits an inverse may lose against another way: the condition number of Σ bbᵀ + αI. */
const lossOf = (A: Float64Array): number => Math.max(1, norm(A) / ALPHA);

describe('the rows of the outer product', () => {
  test('sum to the outer product, for every loss that is convex in its outputs, of any network', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const workspace = createWorkspace({ ...drawn, weightDecay: 0 });
        const { W } = workspace.topology;
        const rows = outerProductRows(workspace);
        const sum = new Float64Array(W * W);
        for (let at = 0; at < rows.length; at += W) {
          for (let p = 0; p < W; p++) {
            for (let q = 0; q < W; q++) sum[p * W + q] += rows[at + p] * rows[at + q];
          }
        }
        expectClose('Σ bbᵀ', sum, explicitProduct(workspace, workspace.seed.Mcut), REORDERED);
        expectClose('Σ bbᵀ', sum, outerProduct.compute(workspace).values, REORDERED);
      }),
      { numRuns: 200 },
    );
  });

  test('exist behind softmax outputs however saturated they are', () => {
    const [drawn] = fc.sample(
      randomProblem({ losses: ['softmax-cross-entropy'], hiddenLayers: { min: 0, max: 0 } }),
      {
        numRuns: 1,
        seed: 3,
      },
    );
    for (const factor of [1, 10, 30, 100]) {
      const parameters = drawn.parameters.map((weight) => factor * weight);
      const workspace = createWorkspace({ ...drawn, parameters, weightDecay: 0 });
      const { W } = workspace.topology;
      const rows = outerProductRows(workspace);
      const sum = new Float64Array(W * W);
      for (let at = 0; at < rows.length; at++) {
        for (let q = 0; q < W; q++) sum[(at % W) * W + q] += rows[at] * rows[at - (at % W) + q];
      }
      // Probabilities are rounded in units of 1: so are their products with inputs of size 1.
      expectClose('Σ bbᵀ', sum, outerProduct.compute(workspace).values, 1e-14, 1);
    }
  });

  test('do not exist where the loss is not convex, and the pattern is named', () => {
    const [drawn] = fc.sample(randomProblem({ losses: ['cauchy'], outputs: ['identity'] }), {
      numRuns: 1,
      seed: 1,
    });
    // ½ ln(1 + e²) curves downwards beyond |e| = 1.
    const targets = drawn.batch.targets.map(() => 1e3);
    const far = createWorkspace({ ...drawn, batch: { ...drawn.batch, targets } });
    expect(() => outerProductRows(far)).toThrow(
      'the curvature of the loss is negative at pattern 1, its square root does not exist: cauchy',
    );
  });
});

test('a semi-definite factor of any rank gives its matrix back; an indefinite matrix has none', () => {
  const K = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(K, K, fc.integer({ min: 1, max: 10_000 }), (size, rank, seed) => {
      const values = Array.from({ length: size }, (_, k) => (k < rank ? 1 + 7 * k : 0));
      const A = withEigenvalues(values, seed);
      const F = semidefiniteFactor(A, size);
      if (F === null) throw new Error('no factor');
      const product = A.map((_, at) => {
        const [p, q] = [Math.floor(at / size), at % size];
        return F.subarray(p * size, (p + 1) * size).reduce((sum, x, k) => sum + x * F[q * size + k], 0);
      });
      // What is cut off as rounding is at most 8 K ε of the largest entry.
      expectClose('FFᵀ', product, A, 1e-13);
      expect(semidefiniteFactor(withEigenvalues([-1e-6, ...values], seed), size + 1)).toBeNull();
    }),
    { numRuns: 300 },
  );
  expect(semidefiniteFactor(Float64Array.of(0, 1, 1, 0), 2)).toBeNull();
  expect(semidefiniteFactor(Float64Array.of(1, NaN, NaN, 1), 2)).toBeNull();
  expect(semidefiniteFactor(Float64Array.of(4, 0, 0, 9), 2)).toEqual(Float64Array.of(2, 0, 0, 3));
});

describe('the sequential inverse', () => {
  test('one correction is the inverse of A + bbᵀ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0.5, 1, 2, 7), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 10_000 }),
        (eigenvalues, seed) => {
          const W = eigenvalues.length;
          const A = withEigenvalues(eigenvalues, seed);
          const b = gaussians(seed + 1, W);
          const before = Float64Array.from(byLibrary(A, W));
          const after = before.slice();
          const { change, denominator } = addRow(after, W, b);
          const sum = A.map((entry, at) => entry + b[Math.floor(at / W)] * b[at % W]);
          // Condition numbers below 14 · (1 + ‖b‖²).
          expectClose('inverse', after, byLibrary(sum, W), 1e-12);
          expect(denominator).toBeGreaterThanOrEqual(1);
          expectClose('change', [norm(after.map((entry, q) => entry - before[q]))], [change], 1e-12, 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('ends at the direct inverse, as Woodbury in blocks of any size does, for any network and loss', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1, max: 9 }), (problem, block) => {
        const workspace = decayed(problem);
        const { W } = workspace.topology;
        const A = outerProduct.compute(workspace).values;
        const expected = byLibrary(A, W);
        const { inverse, distances, after } = sequentialInverse(workspace, ALPHA, [0, problem.batch.N]);
        const tolerance = REORDERED * lossOf(A);
        expectClose('sequential', inverse, expected, tolerance);
        expectClose(
          'Woodbury',
          woodburyInverse(outerProductRows(workspace), W, ALPHA, block),
          expected,
          tolerance,
        );
        expect(after.get(problem.batch.N)).toEqual(inverse);
        expect(distances).toHaveLength(problem.batch.N + 1);
        expect(distances[problem.batch.N]).toBeLessThan(tolerance * W);
        expect(after.get(0)?.[0]).toBe(1 / ALPHA);
      }),
      { numRuns: 200 },
    );
  });

  test('is after n patterns the inverse of the first n alone, and its diagonal never grows', () => {
    fc.assert(
      fc.property(randomProblem({ losses: convex }), fc.integer({ min: 0, max: 7 }), (drawn, asked) => {
        const { batch, network } = drawn;
        const n = Math.min(asked, batch.N);
        // A mean over fewer patterns would weigh each more.
        const problem: Problem = { ...drawn, loss: { ...drawn.loss, reduction: 'sum' } };
        const workspace = decayed(problem);
        const { W, inputUnits, outputUnits } = workspace.topology;
        const { after } = sequentialInverse(workspace, ALPHA, [n, n + 1]);
        const found = after.get(n);
        if (found === undefined) throw new Error('not kept');
        const fewer = {
          N: n,
          inputs: batch.inputs.slice(0, n * inputUnits),
          targets: batch.targets.slice(0, n * outputUnits),
        };
        if (n > 0) {
          const A = outerProduct.compute(decayed({ ...problem, network, batch: fewer })).values;
          expectClose('first n', found, byLibrary(A, W), REORDERED * lossOf(A));
        }
        const next = after.get(n + 1);
        for (let q = 0; q < W * W; q += W + 1) expect(next?.[q] ?? 0).toBeLessThanOrEqual(found[q]);
      }),
      { numRuns: 150 },
    );
  });

  test('takes another α than the problem has, and none without a start', () => {
    const [problem] = fc.sample(randomProblem({ losses: ['sum-of-squares'] }), { numRuns: 1, seed: 5 });
    const other = sequentialInverse(decayed(problem), 2);
    const own = sequentialInverse(createWorkspace({ ...problem, weightDecay: 2 }));
    expect(other).toEqual(own);
    for (const alpha of [0, -1, NaN]) {
      expect(() => sequentialInverse(decayed(problem), alpha)).toThrow(
        `weight decay is ${alpha}: the sequential inverse has no start`,
      );
    }
    expect(() => woodburyInverse(new Float64Array(4), 2, 1, 0)).toThrow(
      'block of rows is not a whole number from 1 up: 0',
    );
  });
});

const signs = fc.array(fc.constantFrom(-3, -1, 0, 0.5, 2, 9), { minLength: 1, maxLength: 12 });

describe('direct inverses', () => {
  test('Cholesky factors, solves and inverts what is positive definite, and nothing else', () => {
    fc.assert(
      fc.property(signs, fc.integer({ min: 1, max: 10_000 }), (eigenvalues, seed) => {
        const W = eigenvalues.length;
        const A = withEigenvalues(eigenvalues, seed);
        const L = cholesky(A, W);
        if (eigenvalues.some((value) => value < 0)) expect(L).toBeNull();
        if (eigenvalues.some((value) => value <= 0)) return;
        if (L === null) throw new Error('no factor');
        const product = A.map((_, at) => {
          const [p, q] = [Math.floor(at / W), at % W];
          return L.subarray(p * W, (p + 1) * W).reduce((sum, x, k) => sum + x * L[q * W + k], 0);
        });
        expectClose('LLᵀ', product, A, REORDERED);
        const expected = withEigenvalues(
          eigenvalues.map((value) => 1 / value),
          seed,
        );
        expectClose('A⁻¹', inverseByCholesky(A, W) ?? [], expected, REORDERED);
        const b = gaussians(seed + 1, W);
        const x = choleskySolve(L, W, b);
        const Ax = b.map((_, p) => x.reduce((sum, entry, q) => sum + A[p * W + q] * entry, 0));
        expectClose('Ax', Ax, b, REORDERED);
      }),
      { numRuns: 300 },
    );
  });

  test('inertia counts the signs, condition and inverse follow the eigenvalues', () => {
    fc.assert(
      fc.property(signs, fc.integer({ min: 1, max: 10_000 }), (eigenvalues, seed) => {
        const W = eigenvalues.length;
        const A = withEigenvalues(eigenvalues, seed);
        const count = (keep: (value: number) => boolean): number => eigenvalues.filter(keep).length;
        const negative = count((value) => value < 0);
        const zero = count((value) => value === 0);
        const counts = { positive: W - negative - zero, zero, negative };
        // The matrix itself is rounded: an eigenvalue 0 is one of a few ε only where it is left as it was.
        if (zero > 0) return;
        expect(inertia(A, W)).toEqual(counts);
        const direct = directInverse(A, W);
        expect(direct.inertia).toEqual(counts);
        expect(direct.way).toBe(negative > 0 ? 'eigenvectors' : 'cholesky');
        const expected = withEigenvalues(
          eigenvalues.map((value) => 1 / value),
          seed,
        );
        expectClose('A⁻¹', direct.values ?? [], expected, REORDERED);
        const sizes = eigenvalues.map(Math.abs);
        expectClose('condition', [direct.condition], [Math.max(...sizes) / Math.min(...sizes)], REORDERED);
        expect(direct.defect).toBeLessThan(REORDERED * W);
      }),
      { numRuns: 300 },
    );
  });

  test('a singular matrix has none, and says so by its inertia', () => {
    expect(directInverse(Float64Array.of(2, 0, 0, 0), 2)).toMatchObject({
      values: null,
      way: null,
      inertia: { positive: 1, zero: 1, negative: 0 },
      condition: Infinity,
    });
    const broken = Float64Array.of(1, NaN, NaN, 1);
    for (const refuse of [directInverse, inertia]) {
      expect(() => refuse(broken, 2)).toThrow('matrix has entries that are not finite: 2');
    }
  });
});
