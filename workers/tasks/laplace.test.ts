import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { posteriorMatrices } from '../../engine/notebook/studies/laplace.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { minimise } from '../../engine/uses/minimise.ts';
import type { LaplaceModel, LaplaceReply, LaplaceRequest } from '../protocol/laplace.ts';
import { laplace } from './laplace.ts';
import { example } from './testing/example.ts';

const request = (change: Partial<LaplaceRequest> = {}): LaplaceRequest => ({
  problem: example([1, 2, 1], 9),
  beta: 4,
  trainMilliseconds: 60_000,
  matrices: posteriorMatrices,
  inputs: Float64Array.of(-3, 0, 3),
  fresh: null,
  ...change,
});

function modelOf({ models }: LaplaceReply, matrix: (typeof posteriorMatrices)[number]): LaplaceModel {
  const model = models[matrix];
  if (model === undefined || 'refused' in model) throw new Error(model?.refused ?? 'no model');
  return model;
}

describe('training', () => {
  test('ends at the minimum of the problem’s own error, with α = β times its decay', () => {
    const { problem } = request();
    const { fit, alpha, gradientNorm } = laplace(request());
    expect(fit.status).toBe('rest');
    expect(alpha).toBeCloseTo(4 * problem.weightDecay, 15);
    expect(gradientNorm).toBeLessThan(1e-9);
    // The same minimum, found in one go; flat directions of curvature 0.01 leave half of the digits.
    expectClose('w', fit.parameters, minimise(problem).parameters, 1e-7);
  });

  test('in calls of no time ends at the very same weights', () => {
    let { problem } = request();
    let calls = 0;
    for (let status = 'training'; status === 'training'; calls++) {
      const { fit, models } = laplace(request({ problem, trainMilliseconds: 0 }));
      if (fit.status === 'training') expect(models).toEqual({});
      problem = { ...problem, parameters: fit.parameters };
      ({ status } = fit);
    }
    expect(calls).toBeGreaterThan(1);
    expect(problem.parameters).toEqual(laplace(request()).fit.parameters);
  });
});

describe('the posterior', () => {
  test('the weight decay of the re-estimates leads to their α with their β', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 50, noNaN: true }), fc.boolean(), (beta, isMean) => {
        const { problem } = request();
        const loss = { ...problem.loss, reduction: isMean ? 'mean' : 'sum' } as const;
        const first = laplace(request({ problem: { ...problem, loss }, beta }));
        const { next } = modelOf(first, 'gauss-newton');
        if ('refused' in next) return;
        const again = laplace(
          request({
            problem: { ...problem, loss, weightDecay: next.weightDecay },
            beta: next.beta,
            trainMilliseconds: null,
          }),
        );
        expectClose('α', [again.alpha], [next.alpha], 1e-13);
      }),
      { numRuns: 20 },
    );
  });

  test('weights as they are stay, and a matrix without a posterior says why', () => {
    const { problem } = request();
    const reply = laplace(request({ trainMilliseconds: null, beta: 100 }));
    expect(reply.fit).toEqual({ parameters: problem.parameters, status: 'as they are', steps: 0 });
    expect(reply.gradientNorm).toBeGreaterThan(1);
    expect(reply.models.exact).toEqual({
      refused: expect.stringMatching(/^A with the matrix Exact is not positive definite/) as string,
    });
    expect(modelOf(reply, 'gauss-newton').variance).toHaveLength(3);
  });

  test('without decay every matrix refuses', () => {
    const { problem } = request();
    const { models } = laplace(request({ problem: { ...problem, weightDecay: 0 }, trainMilliseconds: null }));
    for (const matrix of posteriorMatrices)
      expect(models[matrix]).toEqual({ refused: 'prior needs alpha above zero, alpha is: 0' });
  });

  test('fresh patterns: the mean of ½(y − t)², without decay', () => {
    const { problem } = request();
    const fresh = { N: 2, inputs: Float64Array.of(-3, 3), targets: Float64Array.of(1, -1) };
    const { freshError, y } = laplace(request({ fresh, trainMilliseconds: null }));
    const [left = NaN, , right = NaN] = y;
    expect(freshError).toBeCloseTo(((left - 1) ** 2 + (right + 1) ** 2) / 4, 13);
    expect(laplace(request({ trainMilliseconds: null, problem })).freshError).toBeNaN();
  });
});
