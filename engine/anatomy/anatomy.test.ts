import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { gaussNewton } from '../curvature/gaussNewton.ts';
import type { Workspace } from '../curvature/workspace.ts';
import type { Problem } from '../experiment/problem.ts';
import { lossKinds } from '../losses/index.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { onePattern } from '../experiment/onePattern.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { anatomyOf, type EntryAnatomy } from './anatomy.ts';
import { entryDifference } from './entryDifference.ts';
import { formulaValue } from './formula.ts';
import { patternParts } from './patternParts.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const sumOf = (values: Iterable<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** The anatomy of every entry, row-major. */
function everywhere(workspace: Workspace, pattern: number): EntryAnatomy[] {
  const { W } = workspace.topology;
  return Array.from({ length: W * W }, (_, q) => anatomyOf(workspace, Math.floor(q / W), q % W, pattern));
}

/** Largest |entry|; a matrix of zeros is told by differences of this size. */
const largestOf = (A: Float64Array): number =>
  A.reduce((top, entry) => Math.max(top, Math.abs(entry)), 1e-300);

const termsOf = ({ terms, rest, decay }: EntryAnatomy): number =>
  sumOf(terms.map(({ sum }) => sum)) + rest.sum + decay;

const patternsOf = ({ patterns, decay }: EntryAnatomy): number =>
  sumOf(patterns.gaussNewton) + sumOf(patterns.residual) + decay;

/** Holds the anatomy of every entry to the Hessian by R-columns and to the Gauss–Newton matrix. */
function checkEveryEntry(problem: Problem): void {
  const workspace = createWorkspace(problem);
  const pattern = problem.batch.N - 1;
  const all = everywhere(workspace, pattern);
  const H = exactByRColumns(problem);
  const scale = largestOf(H);
  expectClose('terms', all.map(termsOf), H, REORDERED, scale);
  expectClose('patterns', all.map(patternsOf), H, REORDERED, scale);
  expectClose(
    'entries',
    all.map(({ entry }) => entry),
    H,
    REORDERED,
    scale,
  );
  const M = all.map((one) => one.gaussNewton + one.decay);
  expectClose('through M', M, gaussNewton.compute(workspace).values, REORDERED, scale);
  const Hn = exactByRColumns(onePattern(problem, pattern)).map((entry) => workspace.c * entry);
  const here = all.map(({ terms, rest }) => sumOf(terms.map((term) => term.here)) + rest.here);
  expectClose('terms of one pattern', here, Hn, REORDERED, largestOf(Hn));
  const written = all.map(({ formula }) => (formula === null ? NaN : workspace.c * formulaValue(formula)));
  expectClose('formula of one pattern', written, Hn, REORDERED, largestOf(Hn));
  for (const { factors, here: value } of all.flatMap(({ terms }) => terms))
    expectClose(
      'product of factors',
      [factors.reduce((x, factor) => x * factor.value, workspace.c)],
      [value],
      1e-14,
    );
}

describe('the terms of every entry add up to it', () => {
  test.each(lossKinds)('%s: two layers, PRML 5.93–5.95', (loss) => {
    const drawn = randomProblem({ losses: [loss], hiddenLayers: { min: 1, max: 1 }, skips: false });
    fc.assert(fc.property(drawn, checkEveryEntry), { numRuns: 8 });
  });

  test.each(lossKinds)('%s: any depth, with skip connections', (loss) => {
    fc.assert(fc.property(randomProblem({ losses: [loss] }), checkEveryEntry), { numRuns: 5 });
  });

  test('softmax outputs', () => {
    const drawn = randomProblem({ outputs: ['softmax'] });
    fc.assert(fc.property(drawn, checkEveryEntry), { numRuns: 8 });
  });
});

test('two layers have the formulas of PRML, other networks the sum over paths', () => {
  const formsOf = (problem: Problem): Set<string | undefined> => {
    const workspace = createWorkspace(problem);
    const { W } = workspace.topology;
    return new Set(
      Array.from(
        { length: W * W },
        (_, q) => anatomyOf(workspace, Math.floor(q / W), q % W, 0).formula?.form,
      ),
    );
  };
  const two = randomProblem({ hiddenLayers: { min: 1, max: 1 }, skips: false });
  fc.assert(
    fc.property(two, (problem) => {
      expect([...formsOf(problem)].sort()).toEqual(['hidden-hidden', 'hidden-output', 'output-output']);
    }),
    { numRuns: 5 },
  );
  const deep = randomProblem({ hiddenLayers: { min: 2, max: 3 } });
  fc.assert(
    fc.property(deep, (problem) => {
      expect([...formsOf(problem)]).toEqual(['paths']);
    }),
    { numRuns: 5 },
  );
});

test('pattern by pattern, terms and products with e_r agree', () => {
  const drawn = randomProblem();
  fc.assert(
    fc.property(drawn, fc.nat(), fc.nat(), (problem, r, q) => {
      const workspace = createWorkspace(problem);
      const { W } = workspace.topology;
      const [row, column] = [r % W, q % W];
      const { patterns } = anatomyOf(workspace, row, column, 0);
      const parts = patternParts(workspace, row, column);
      const scale = largestOf(exactByRColumns(problem));
      expectClose('through M', patterns.gaussNewton, parts.gaussNewton, REORDERED, scale);
      expectClose('through δ', patterns.residual, parts.residual, REORDERED, scale);
    }),
  );
});

test('images: the parts of every entry add up to it, and the reason why there are no terms is given', () => {
  const drawn = randomProblem({ layers: 'image', patterns: { min: 1, max: 3 } });
  fc.assert(
    fc.property(drawn, fc.nat(), (problem, r) => {
      const workspace = createWorkspace(problem);
      const { W, layers } = workspace.topology;
      const row = r % W;
      const H = exactByRColumns(problem);
      const G = gaussNewton.compute(workspace).values;
      const all = Array.from({ length: W }, (_, column) => anatomyOf(workspace, row, column, 0));
      const rowOf = (A: Float64Array): Float64Array => A.subarray(row * W, (row + 1) * W);
      const scale = largestOf(H);
      expectClose('entries', all.map(patternsOf), rowOf(H), REORDERED, scale);
      const M = all.map((one) => one.gaussNewton + one.decay);
      expectClose('through M', M, rowOf(G), REORDERED, scale);
      if (layers.some(({ spec }) => spec.kind !== 'dense'))
        expect(all[0].unavailable).toMatch(/^needs dense layers, \S+ is: \S+$/);
    }),
    { numRuns: 20 },
  );
});

test('a finite difference of the gradient gives the entry', () => {
  const drawn = randomProblem({ hidden: smoothKinds, layers: 'dense' });
  fc.assert(
    fc.property(drawn, fc.nat(), fc.nat(), (problem, r, q) => {
      const workspace = createWorkspace(problem);
      const { W } = workspace.topology;
      const H = exactByRColumns(problem);
      const { value, step } = entryDifference(workspace, r % W, q % W);
      expect(step).toBeGreaterThan(0);
      // Truncation ε² = 4e-11 times a third derivative, cancellation 2⁻⁵²/ε = 4e-11 times the gradient: 1e-6 of
      // the largest entry has room for stiff draws.
      const scale = Math.max(1, largestOf(H));
      expectClose('entry', [value], [H[(r % W) * W + (q % W)]], 1e-6, scale);
    }),
  );
});

test('the largest terms are listed and the others are one rest', () => {
  const drawn = randomProblem({ hiddenLayers: { min: 2, max: 3 }, outputs: ['softmax'] });
  fc.assert(
    fc.property(drawn, (problem) => {
      const workspace = createWorkspace(problem);
      const few = anatomyOf(workspace, 0, 0, 0, 2);
      const all = anatomyOf(workspace, 0, 0, 0, 1000);
      expect(all.rest.count).toBe(0);
      expect(few.terms.length + few.rest.count).toBe(all.terms.length);
      expect(few.terms.length).toBeLessThanOrEqual(3);
      const sizes = all.terms.map(({ sum }) => Math.abs(sum)).sort((a, b) => b - a);
      const least = Math.min(...few.terms.map(({ sum }) => Math.abs(sum)));
      expect(least).toBe(sizes[few.terms.length - 1]);
    }),
    { numRuns: 20 },
  );
});

test('an entry beyond the matrix is refused, a pattern beyond the last is the last', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const workspace = createWorkspace(problem);
      const { W } = workspace.topology;
      expect(() => anatomyOf(workspace, 0, W, 0)).toThrow(`matrix has ${W} rows, entry is at: 0, ${W}`);
      expect(anatomyOf(workspace, 0, 0, 9999).pattern).toBe(problem.batch.N - 1);
    }),
    { numRuns: 5 },
  );
});
