import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorAndGradient, exactByRColumns, gaussNewtonVector } from '../../engine/products/ofProblem.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import { moment } from './moment.ts';
import { snapshotOf } from '../testing/snapshotOf.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16, and W more in norms and eigenvalues.
const REORDERED = 1e-11;

const unit = (W: number, q: number): Float64Array => Float64Array.from({ length: W }, (_, k) => +(k === q));

/** Both ends of a symmetric matrix's eigenvalues, all of them computed. */
function ends(values: Float64Array, W: number): readonly number[] {
  const { realEigenvalues } = new EigenvalueDecomposition(Matrix.from1DArray(W, W, values), {
    assumeSymmetric: true,
  });
  return [Math.min(...realEigenvalues), Math.max(...realEigenvalues)];
}

describe('a moment of a run', () => {
  it('is what products with every unit vector say of H, G and H − G', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const W = problem.parameters.length;
        const H = exactByRColumns(problem);
        const G = new Float64Array(W * W);
        for (let q = 0; q < W; q++) G.set(gaussNewtonVector(problem, unit(W, q)), q * W);
        const { error, residualShare, exact, gaussNewton } = moment({ problem, matrices: [] });
        const share = Math.hypot(...H.map((entry, q) => entry - (G[q] ?? NaN))) / Math.hypot(...H);
        expect(error).toBe(errorAndGradient(problem).error);
        if (Math.hypot(...H) > 0) expectClose('share', [residualShare], [share], REORDERED, 1);
        expectClose('H', [exact.smallest, exact.largest], ends(H, W), REORDERED);
        expectClose('G', [gaussNewton.smallest, gaussNewton.largest], ends(G, W), REORDERED);
      }),
      { numRuns: 60 },
    );
  });

  it('has the errors that the gallery shows, of every approximation that exists', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const { relativeErrors } = moment({ problem, matrices: matrixIds });
        const { matrices } = snapshotOf(problem, matrixIds);
        const shown = matrixIds.filter(
          (id) => matrixOf(id).role === 'approximation' && matrices[id] !== undefined,
        );
        expect(Object.keys(relativeErrors)).toEqual(shown);
        const expected = shown.map((id) => matrices[id]?.relativeError ?? NaN);
        const computed = shown.map((id) => relativeErrors[id] ?? NaN);
        if (expected.every(Number.isFinite)) expectClose('errors', computed, expected, REORDERED);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps error and eigenvalues when the matrices take too much memory, and leaves out what is slow', () => {
    const network = (units: number): Problem['network'] => ({
      input: [1],
      layers: [
        { name: 'h', kind: 'dense', units, activation: 'tanh', from: ['input'] },
        { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['h'] },
      ],
    });
    const problemOf = (units: number): Problem => ({
      network: network(units),
      loss: { kind: 'sum-of-squares', reduction: 'sum' },
      weightDecay: 0.5,
      parameters: Float64Array.from({ length: 3 * units + 1 }, (_, q) => Math.sin(q)),
      batch: { N: 2, inputs: Float64Array.of(-1, 1), targets: Float64Array.of(0, 1) },
    });
    const large = moment({ problem: problemOf(1200), matrices: ['diagonal', 'gauss-newton'] });
    expect(large.relativeErrors).toEqual({});
    expect(large.residualShare).toBeNaN();
    // G has at most two eigenvalues above the weight decay
    expect(large.gaussNewton.smallest).toBeCloseTo(0.5, 6);
    expect(large.gaussNewton.largest).toBeGreaterThan(1);
    const slow = moment({ problem: problemOf(130), matrices: ['four-point', 'outer-product'] });
    expect(Object.keys(slow.relativeErrors)).toEqual(['outer-product']);
  });
});
