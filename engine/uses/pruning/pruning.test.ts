import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { exact } from '../../curvature/exact.ts';
import { xor } from '../../data/xor.ts';
import type { Problem } from '../../experiment/problem.ts';
import { errorAndGradient } from '../../products/ofProblem.ts';
import { sequentialInverse } from '../../solve/sequentialInverse.ts';
import { allEigenvalues } from '../../spectrum/allEigenvalues.ts';
import { expectClose } from '../../testing/close.ts';
import { randomProblem } from '../../testing/randomProblem.ts';
import { minimise } from '../minimise.ts';
import type { PruningSettings } from './deletions.ts';
import { pruningRuleIds } from './index.ts';
import { pruningCurve } from './prune.ts';
import { everyWeight, saliencies, trueChanges } from './saliencies.ts';

const SURGEON: PruningSettings = { rule: 'optimal-brain-surgeon', matrix: 'exact', damping: 0 };
const DAMAGE: PruningSettings = { rule: 'optimal-brain-damage', matrix: 'exact', damping: 0 };

/** E is quadratic, with decay positive definite: minimum and curvature are in closed form. */
const quadratic = randomProblem({
  hiddenLayers: { min: 0, max: 0 },
  losses: ['sum-of-squares'],
  outputs: ['identity'],
  patterns: { min: 5, max: 9 },
}).map((problem): Problem => ({ ...problem, weightDecay: 0.1 }));

/** The minimum of a quadratic E: `w − H⁻¹∇E`, by a library's LU. */
function atMinimum(problem: Problem): Problem {
  const W = problem.parameters.length;
  const H = Matrix.from1DArray(W, W, exact.compute(createWorkspace(problem)).values);
  const d = solve(H, Matrix.columnVector(errorAndGradient(problem).gradient)).to1DArray();
  return { ...problem, parameters: problem.parameters.map((weight, q) => weight - d[q]) };
}

// E of a few units, of which ΔE is the difference; H with λ ≥ 0.1 loses two or three digits.
const ROUNDED = 1e-11;

describe('a quadratic error at its minimum', () => {
  test('both rules predict ΔE exactly, and the surgeon never loses more than damage', () => {
    fc.assert(
      fc.property(quadratic, (drawn) => {
        const workspace = createWorkspace(atMinimum(drawn));
        const surgeon = saliencies(workspace, SURGEON);
        const damage = saliencies(workspace, DAMAGE);
        const E = errorAndGradient(workspace.problem).error;
        expectClose('OBS', surgeon.scores, trueChanges(workspace, surgeon.change), ROUNDED, E);
        expectClose('OBD', damage.scores, trueChanges(workspace, damage.change), ROUNDED, E);
        damage.scores.forEach((score, q) => expect(surgeon.scores[q]).toBeLessThanOrEqual(score + 1e-12));
      }),
      { numRuns: 200 },
    );
  });

  test('the surgeon leaves the minimum of what is left, found by solving without the weight', () => {
    fc.assert(
      fc.property(quadratic, fc.nat(), (drawn, any) => {
        const problem = atMinimum(drawn);
        const W = problem.parameters.length;
        const q = any % W;
        const { change } = saliencies(createWorkspace(problem), SURGEON);
        const start = Float64Array.from(problem.parameters, (weight, p) => (p === q ? 0 : weight));
        const g = errorAndGradient({ ...problem, parameters: start }).gradient;
        const H = exact.compute(createWorkspace(problem)).values;
        const left = everyWeight(W).filter((p) => p !== q);
        const own = new Matrix(left.map((p) => left.map((r) => H[p * W + r])));
        const d = solve(own, Matrix.columnVector(left.map((p) => g[p]))).to1DArray();
        left.forEach((p, at) => (start[p] -= d[at]));
        expectClose(
          'w',
          problem.parameters.map((weight, p) => weight + change(q)[p]),
          start,
          ROUNDED,
          1,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('deleting all but a few one by one, the surgeon’s scores add up to the true loss', () => {
    fc.assert(
      fc.property(quadratic, fc.boolean(), (drawn, renew) => {
        const problem = atMinimum(drawn);
        const { start, deletions, parameters, stopped } = pruningCurve(problem, { ...SURGEON, renew });
        let E = start;
        for (const { score, error } of deletions) {
          expectClose('E', [error], [E + score], ROUNDED, 1);
          E = error;
        }
        expect(new Set(deletions.map(({ index }) => index)).size).toBe(problem.parameters.length);
        expect(parameters.every((weight) => weight === 0)).toBe(true);
        expect(stopped).toBe(null);
      }),
      { numRuns: 50 },
    );
  });
});

describe('any network', () => {
  const decayed = randomProblem().map((problem): Problem => ({ ...problem, weightDecay: 0.3 }));

  test('saliencies are the formulas written out, with the inverse that grows pattern by pattern', () => {
    const convex = randomProblem({ losses: ['sum-of-squares', 'softmax-cross-entropy'] });
    fc.assert(
      fc.property(convex, (problem) => {
        const workspace = createWorkspace({ ...problem, weightDecay: 0.3 });
        const w = problem.parameters;
        const W = w.length;
        const settings: PruningSettings = { ...SURGEON, matrix: 'outer-product', damping: 0.2 };
        // The same matrix by another way: one pattern after another, from I/(α + λ).
        const { inverse } = sequentialInverse(workspace, 0.5);
        const { scores, change } = saliencies(workspace, settings);
        expectClose(
          'L',
          scores,
          w.map((weight, q) => weight ** 2 / (2 * inverse[q * (W + 1)])),
          1e-9,
          1e-6,
        );
        const q = W - 1;
        const expected = w.map((_, p) => (-w[q] / inverse[q * (W + 1)]) * inverse[p * W + q]);
        expectClose('δw', change(q), expected, 1e-9, 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('a diagonal matrix makes the surgeon the same as damage', () => {
    // h'' = 0: the recursion's diagonal has no term below zero.
    const piecewise = randomProblem({ losses: ['sum-of-squares'], hidden: ['relu'], outputs: ['identity'] });
    fc.assert(
      fc.property(piecewise, (problem) => {
        const workspace = createWorkspace({ ...problem, weightDecay: 0.3 });
        const [a, b] = [SURGEON, DAMAGE].map((rule) =>
          saliencies(workspace, { ...rule, matrix: 'diagonal' }),
        );
        expectClose('scores', a.scores, b.scores, 1e-14);
        expectClose('δw', a.change(0), b.change(0), 1e-14);
      }),
      { numRuns: 60 },
    );
  });

  test('damage at small weights is right to third order', () => {
    // ΔE − ½H_qq w_q² + g_q w_q = O(w_q³): with w_q cut to a tenth it falls by a thousand.
    const smooth = randomProblem({
      hidden: ['tanh'],
      losses: ['softmax-cross-entropy', 'binary-cross-entropy'],
    });
    fc.assert(
      fc.property(smooth, fc.nat(), (problem, any) => {
        const q = any % problem.parameters.length;
        const off = (size: number): number => {
          const parameters = problem.parameters.map((weight, p) => (p === q ? size : weight));
          const workspace = createWorkspace({ ...problem, parameters });
          const { scores, change } = saliencies(workspace, DAMAGE);
          const { gradient } = errorAndGradient(workspace.problem);
          return Math.abs(trueChanges(workspace, change, [q])[0] - scores[q] + gradient[q] * size);
        };
        // |∂³E/∂w³| of such sums stays far below 1e4.
        expect(off(1e-3)).toBeLessThan(1e4 * 1e-9);
        expect(off(1e-2)).toBeLessThan(1e4 * 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('an indefinite Hessian is refused by the surgeon with its inertia; damping helps', () => {
    fc.assert(
      fc.property(decayed, (problem) => {
        const workspace = createWorkspace(problem);
        const H = exact.compute(workspace);
        const lowest = Math.min(...allEigenvalues(H, problem.parameters.length));
        if (lowest >= -1e-9) return;
        const reason = /^H is not positive definite, eigenvalues above, at and below zero: \d+, \d+, \d+$/;
        expect(() => saliencies(workspace, SURGEON)).toThrow(reason);
        const { stopped, deletions } = pruningCurve(problem, { ...SURGEON, renew: true });
        expect(stopped).toMatch(reason);
        expect(deletions).toEqual([]);
        const helped = saliencies(workspace, { ...SURGEON, damping: -1.01 * lowest + 1e-6 });
        expect(helped.scores.every((score) => score >= 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('curves of every rule stop at their thresholds, and each error is that of the weights', () => {
    fc.assert(
      fc.property(decayed, fc.constantFrom(...pruningRuleIds), (problem, rule) => {
        const settings = { rule, matrix: 'gauss-newton', damping: 0, renew: true } as const;
        const whole = pruningCurve(problem, settings);
        if (whole.stopped !== null) return;
        const [first] = whole.deletions;
        const one = pruningCurve(problem, { ...settings, count: 1 });
        expect(one.deletions).toEqual([first]);
        expectClose(
          'E',
          [one.deletions[0].error],
          [errorAndGradient({ ...problem, parameters: one.parameters }).error],
          1e-13,
        );
        expect(one.parameters[first.index]).toBe(0);
        const limit = first.error - 1e-6 * Math.abs(first.error);
        const held = pruningCurve(problem, { ...settings, largestError: limit });
        expect(held.deletions).toEqual([]);
        expect(held.stopped).toMatch(/^error would be .*: above /);
        const last = problem.parameters.length - 1;
        const only = pruningCurve(problem, { ...settings, candidates: [last] });
        expect(only.deletions.map(({ index }) => index)).toEqual([last]);
        expect(only.stopped).toBe('no weights are left to delete: 0');
      }),
      { numRuns: 60 },
    );
  });
});

test('XOR, trained: the surgeon keeps the error lower than damage and magnitude at the start of the race', () => {
  const layer = (name: string, units: number, from: string, activation: 'tanh' | 'logistic') =>
    ({ name, kind: 'dense', units, activation, from: [from] }) as const;
  const untrained: Problem = {
    network: {
      input: [2],
      layers: [layer('hidden', 4, 'input', 'tanh'), layer('output', 1, 'hidden', 'logistic')],
    },
    loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
    weightDecay: 0.01,
    parameters: Float64Array.from({ length: 17 }, (_, q) => Math.sin(3 * q + 1)),
    batch: xor.draw(80, 0.2, 1),
  };
  const { parameters, gradientNorm } = minimise(untrained);
  expect(gradientNorm).toBeLessThan(1e-9);
  const problem = { ...untrained, parameters };
  const after = (rule: PruningSettings['rule'], count: number) =>
    pruningCurve(problem, { rule, matrix: 'exact', damping: 0, renew: true, count }).deletions.at(-1)
      ?.error ?? NaN;
  expect(after('optimal-brain-surgeon', 3)).toBeLessThan(after('optimal-brain-damage', 3));
  expect(after('optimal-brain-surgeon', 3)).toBeLessThan(after('magnitude', 3));
});
