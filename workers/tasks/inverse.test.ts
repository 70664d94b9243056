import fc from 'fast-check';
import { inverse as invert, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import type { InverseReply } from '../protocol.ts';
import { inverse } from './inverse.ts';
import { example } from './testing/example.ts';

const valuesOf = (problem: Problem, id: 'exact' | 'outer-product'): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

/** By LU with pivoting, of a library. */
const byLibrary = (problem: Problem, id: 'exact' | 'outer-product'): number[] => {
  const W = problem.parameters.length;
  return invert(Matrix.from1DArray(W, W, valuesOf(problem, id))).to1DArray();
};

const filmOf = ({ film }: InverseReply): NonNullable<InverseReply['film']> => {
  if (film === null) throw new Error('no film');
  return film;
};

const relative = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (entry, q) => entry - (b[q] ?? NaN))) / Math.hypot(...Array.from(b));

// Roundings of 1e-16 times condition numbers up to 1e4.
const TOLERANCE = 1e-11;

describe('the outer product', () => {
  const problem = { ...example([1, 2, 1], 5), weightDecay: 0.1 };

  test('from I/α at the start to the direct inverse after the last pattern', () => {
    const expected = byLibrary(problem, 'outer-product');
    const start = filmOf(inverse({ problem, matrix: 'outer-product', upTo: 0 }));
    expect(start).toMatchObject({ upTo: 0, steps: [], untouched: 7, largest: 10 });
    const end = inverse({ problem, matrix: 'outer-product', upTo: 99 });
    const film = filmOf(end);
    expect(film.upTo).toBe(5);
    expectClose('film', film.values, expected, TOLERANCE);
    expectClose('direct', end.direct?.values ?? [], expected, TOLERANCE);
    expect(end.direct).toMatchObject({ way: 'cholesky', inertia: { positive: 7, zero: 0, negative: 0 } });
    expect(film.distances[5]).toBeLessThan(TOLERANCE);
    expectClose('start', [film.distances[0] ?? NaN], [relative(start.values, expected)], TOLERANCE);
  });

  test('each correction is the change of its pattern, one for every output', () => {
    const two = { ...example([2, 2, 2], 4), weightDecay: 0.1 };
    const after = [1, 2].map((upTo) => filmOf(inverse({ problem: two, matrix: 'outer-product', upTo })));
    const [before, now] = after;
    expect(now?.steps).toHaveLength(2);
    const trace = (values: Float64Array): number => {
      const W = Math.sqrt(values.length);
      return values.reduce((sum, entry, at) => sum + (at % (W + 1) === 0 ? entry : 0), 0);
    };
    // A correction is minus a rank-one matrix: its Frobenius norm is what the trace falls by.
    const fall = trace(before?.values ?? new Float64Array(0)) - trace(now?.values ?? new Float64Array(0));
    const changes = now?.steps.reduce((sum, { change }) => sum + change, 0) ?? NaN;
    expectClose('trace', [changes], [fall], TOLERANCE, 1);
  });

  test('n patterns leave at least W − nK directions untouched, where the inverse is 1/α', () => {
    fc.assert(
      fc.property(randomProblem({ losses: ['sum-of-squares', 'softmax-cross-entropy'] }), (drawn) => {
        const W = drawn.parameters.length;
        const K = drawn.batch.targets.length / drawn.batch.N;
        for (let upTo = 0; upTo <= drawn.batch.N; upTo++) {
          const film = filmOf(
            inverse({ problem: { ...drawn, weightDecay: 0.5 }, matrix: 'outer-product', upTo }),
          );
          expect(film.untouched).toBeGreaterThanOrEqual(W - upTo * K);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('without weight decay there is no start, with a loss that curves downwards no square root', () => {
    const still = inverse({ problem: { ...problem, weightDecay: 0 }, matrix: 'outer-product', upTo: 5 });
    expect(still).toMatchObject({
      film: null,
      noFilm: 'weight decay is 0: the sequential inverse has no start',
    });
    // Five patterns and seven weights: singular without α.
    expect(still.direct).toMatchObject({ values: null, inertia: { positive: 5, zero: 2, negative: 0 } });
    const cauchy: Problem = { ...problem, loss: { kind: 'cauchy', reduction: 'sum' } };
    const far = { ...cauchy, batch: { ...cauchy.batch, targets: cauchy.batch.targets.map(() => 50) } };
    const refused = inverse({ problem: far, matrix: 'outer-product', upTo: 1 });
    expect(refused.noFilm).toContain('its square root does not exist: cauchy');
    expect(refused.direct?.values).not.toBeNull();
  });
});

describe('the exact Hessian', () => {
  test('is inverted whatever its signs, with the outer product’s inverse beside it', () => {
    fc.assert(
      fc.property(randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] }), (drawn) => {
        const problem = { ...drawn, weightDecay: 0.3 };
        const { direct, outerProduct, film } = inverse({ problem, matrix: 'exact', upTo: 0 });
        if (direct === null || outerProduct === null) throw new Error('refused');
        expect(film).toBeNull();
        const eigenvalues = direct.inertia;
        expect(eigenvalues.positive + eigenvalues.zero + eigenvalues.negative).toBe(
          problem.parameters.length,
        );
        expect(direct.way).toBe(eigenvalues.negative > 0 ? 'eigenvectors' : 'cholesky');
        const tolerance = TOLERANCE * direct.condition;
        const expected = byLibrary(problem, 'exact');
        expectClose('H⁻¹', direct.values ?? [], expected, tolerance);
        const difference = relative(byLibrary(problem, 'outer-product'), expected);
        expectClose('difference', [outerProduct.difference], [difference], tolerance, 1);
      }),
      { numRuns: 60 },
    );
  });
});

test('beyond W = 200, or with too many rows, a sentence', () => {
  expect(inverse({ problem: example([1, 67, 1], 2), matrix: 'exact', upTo: 0 })).toMatchObject({
    direct: null,
    refused: 'inverses are shown up to W = 200, this network has W: 202',
  });
  const many = inverse({ problem: example([1, 13, 12], 2000), matrix: 'outer-product', upTo: 0 });
  expect(many.film === null).toBe(true);
  expect(many.noFilm).toMatch(/^rows times W² are at most 200,000,000 here: /);
});
