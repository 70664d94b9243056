import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorAndGradient } from '../../engine/products/ofProblem.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import { pruningRuleIds } from '../../engine/uses/pruning/index.ts';
import { pruningCurve } from '../../engine/uses/pruning/prune.ts';
import { everyWeight, saliencies } from '../../engine/uses/pruning/saliencies.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { PruningRunReply, PruningRunRequest } from '../protocol/pruning.ts';
import { pruningPredictions, pruningRun } from './pruning.ts';

const decayed = randomProblem({ losses: ['sum-of-squares', 'softmax-cross-entropy'] }).map(
  (problem): Problem => ({ ...problem, weightDecay: 0.3 }),
);

const RUN = {
  matrix: 'gauss-newton',
  damping: 0.01,
  renew: true,
  from: null,
  count: Infinity,
  largestError: null,
  budgetMilliseconds: Infinity,
} as const;

describe('a run of deletions', () => {
  test('in calls of one deletion each is the curve at once, H anew or not', () => {
    fc.assert(
      fc.property(decayed, fc.boolean(), fc.constantFrom(...pruningRuleIds), (problem, renew, rule) => {
        const { matrix, damping } = RUN;
        const whole = pruningCurve(problem, { rule, matrix, damping, renew });
        let reply: PruningRunReply | null = null;
        const deletions: PruningRunReply['deletions'][number][] = [];
        while ((reply?.stopped ?? null) === null) {
          const from: PruningRunRequest['from'] = reply;
          reply = pruningRun({ ...RUN, problem, rule, renew, from, budgetMilliseconds: 0 });
          expect(reply.deletions.length).toBeLessThanOrEqual(1);
          deletions.push(...reply.deletions);
        }
        expect(deletions).toEqual(whole.deletions);
        expect(reply?.start).toBe(whole.start);
        expect(reply?.stopped).toBe(whole.stopped ?? 'no weights are left to delete: 0');
      }),
      { numRuns: 40 },
    );
  });

  test('goes on where the document was left: weights that are zero stay deleted', () => {
    fc.assert(
      fc.property(decayed, (problem) => {
        const first = pruningRun({ ...RUN, problem, rule: 'optimal-brain-surgeon', count: 2 });
        const after = { ...problem, parameters: first.parameters };
        const second = pruningRun({ ...RUN, problem: after, rule: 'optimal-brain-surgeon', count: 2 });
        const whole = pruningRun({ ...RUN, problem, rule: 'optimal-brain-surgeon', count: 4 });
        expect([...first.deletions, ...second.deletions]).toEqual(whole.deletions);
        expect(second.left).toEqual(whole.left);
      }),
      { numRuns: 40 },
    );
  });

  test('stops before the error that is allowed, and for networks that are too large', () => {
    fc.assert(
      fc.property(decayed, (problem) => {
        const start = errorAndGradient(problem).error;
        const run = pruningRun({ ...RUN, problem, rule: 'magnitude', largestError: start });
        for (const { error } of run.deletions) expect(error).toBeLessThanOrEqual(start);
      }),
      { numRuns: 40 },
    );
    const layer = { name: 'y', kind: 'dense', units: 310, activation: 'identity', from: ['input'] } as const;
    const large = {
      network: { input: [1], layers: [layer] },
      loss: { kind: 'sum-of-squares', reduction: 'sum' },
      weightDecay: 0,
      parameters: new Float64Array(620).fill(1),
      batch: { N: 1, inputs: new Float64Array(1), targets: new Float64Array(310) },
    } as const;
    const refused = 'pruning is shown up to W = 300, this network has W: 620';
    expect(pruningRun({ ...RUN, problem: large, rule: 'magnitude' }).stopped).toBe(refused);
    expect(pruningPredictions({ ...RUN, problem: large }).refused).toBe(refused);
  });
});

describe('predictions', () => {
  test('the gradient term is the slope of E along δw, and the truth is E at w + δw', () => {
    fc.assert(
      fc.property(decayed, (problem) => {
        const { rules, reasons, error, left } = pruningPredictions({ ...RUN, problem });
        const w = problem.parameters;
        const at = (d: Float64Array, r: number): number =>
          errorAndGradient({ ...problem, parameters: w.map((weight, p) => weight + r * (d[p] ?? NaN)) })
            .error;
        expect(left).toEqual(everyWeight(w.length));
        for (const rule of pruningRuleIds) {
          const found = rules[rule];
          if (found === undefined) {
            expect(reasons[rule]).toMatch(/is not positive definite/);
            continue;
          }
          const { change } = saliencies(createWorkspace(problem), { ...RUN, rule });
          left.forEach((q) => {
            const d = change(q);
            const size = Math.hypot(...d);
            const step = 1e-4 / Math.max(1, size);
            const slope = (at(d, step) - at(d, -step)) / (2 * step);
            // central differences: 1e-8 of the third derivative along δw/‖δw‖, and rounding of E over 1e-4
            expectClose(rule, [found.first[q] ?? NaN], [slope], 1e-5, Math.max(1, size) * Math.max(1, error));
            expectClose(rule, [found.truth[q] ?? NaN], [at(d, 1) - error], 1e-10, Math.max(1, error));
            expect(found.length[q]).toBeCloseTo(size, 10);
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  test('magnitude is drawn with the mean of the diagonal', () => {
    fc.assert(
      fc.property(decayed, (problem) => {
        const { rules } = pruningPredictions({ ...RUN, problem });
        const w = problem.parameters;
        const damage = rules['optimal-brain-damage']?.predicted ?? new Float64Array(0);
        const diagonal = Array.from(damage, (score, q) => (2 * score) / (w[q] ?? NaN) ** 2);
        const mean = diagonal.reduce((sum, h) => sum + h, 0) / diagonal.length;
        const expected = Array.from(w, (weight) => 0.5 * mean * weight * weight);
        expectClose('½ h̄ w²', rules.magnitude?.predicted ?? [], expected, 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
