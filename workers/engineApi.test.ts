import { describe, expect, it } from 'vitest';
import type { MatrixId } from '../engine/curvature/index.ts';
import type { DenseSpec, Problem } from '../engine/experiment/problem.ts';
import { matrixMegabytes, overBudget } from './budget.ts';
import { engineApi } from './engineApi.ts';
import type { Spectra } from './protocol.ts';
import { transferables } from './transferables.ts';
import { snapshotOf } from './testing/snapshotOf.ts';

const dense = (
  name: string,
  units: number,
  from: string,
  activation: DenseSpec['activation'],
): DenseSpec => ({
  name,
  kind: 'dense',
  units,
  activation,
  from: [from],
});

const wave = (length: number, phase: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(1.7 * k + phase));

const problemOf = (hidden: number, N: number): Problem => ({
  network: { input: [1], layers: [dense('h', hidden, 'input', 'tanh'), dense('y', 1, 'h', 'identity')] },
  loss: { kind: 'sum-of-squares', reduction: 'sum' },
  weightDecay: 0.1,
  parameters: wave(3 * hidden + 1, 0.3),
  batch: { N, inputs: wave(N, 1), targets: wave(N, 2) },
});

const problem = problemOf(3, 7);
const W = 10;

const six: readonly MatrixId[] = [
  'exact',
  'diagonal',
  'outer-product',
  'gauss-newton',
  'residual',
  'empirical-fisher',
];

/** E of the 1-3-1 network written out by hand: the only oracle the errors below need. */
function errorAt(w: Float64Array): number {
  const { inputs, targets, N } = problem.batch;
  const at = (index: number): number => w[index] ?? NaN;
  let E = 0;
  for (let n = 0; n < N; n++) {
    let y = at(9);
    for (let j = 0; j < 3; j++) y += at(6 + j) * Math.tanh(at(j) * (inputs[n] ?? NaN) + at(3 + j));
    E += 0.5 * (y - (targets[n] ?? NaN)) ** 2;
  }
  return E + 0.05 * w.reduce((sum, weight) => sum + weight * weight, 0);
}

/** All slices of the work for eigenvalues. */
function spectraOf(of: Problem, matrices: readonly MatrixId[]): Spectra {
  for (;;) {
    const reply = engineApi.spectra({ version: of.parameters.length, problem: of, matrices, given: {} });
    if (reply.done) return reply.spectra;
  }
}

const moved = (index: number, by: number): Float64Array =>
  problem.parameters.map((weight, q) => (q === index ? weight + by : weight));

describe('snapshot', () => {
  const { error, gradient, matrices } = snapshotOf(problem, six);

  it('holds the error and its gradient', () => {
    expect(error).toBeCloseTo(errorAt(problem.parameters), 12);
    gradient.forEach((slope, q) => {
      expect(slope).toBeCloseTo((errorAt(moved(q, 1e-5)) - errorAt(moved(q, -1e-5))) / 2e-5, 7);
    });
  });

  it('says of every matrix how far it is from the exact one', () => {
    const H = matrices.exact?.values ?? new Float64Array();
    const norm = Math.hypot(...H);
    const errors = six.map((id) => {
      const result = matrices[id];
      const dense = Float64Array.from({ length: W * W }, (_, q) => {
        if (result?.form === 'dense') return result.values[q] ?? NaN;
        return q % (W + 1) === 0 ? (result?.values[q / (W + 1)] ?? NaN) : 0;
      });
      if (id === 'residual') return Math.hypot(...dense) / norm;
      return Math.hypot(...dense.map((value, q) => value - (H[q] ?? NaN))) / norm;
    });
    six.forEach((id, k) => expect(matrices[id]?.relativeError).toBeCloseTo(errors[k] ?? NaN, 12));
    expect(matrices.exact?.relativeError).toBe(0);
    expect(matrices['gauss-newton']?.relativeError).toBeCloseTo(matrices.residual?.relativeError ?? NaN, 12);
  });

  it('reads trace and largest entry off the values', () => {
    const { values, trace, largest, operations } = matrices.exact ?? {
      values: [],
      trace: 0,
      largest: 0,
      operations: 0,
    };
    expect(trace).toBeCloseTo(
      Array.from({ length: W }, (_, q) => values[q * (W + 1)] ?? NaN).reduce((a, b) => a + b),
      12,
    );
    expect(largest).toBe(Math.max(...Array.from(values, Math.abs)));
    expect(operations).toBeGreaterThan(0);
  });

  it('compares with the exact matrix even when that is not on show', () => {
    const alone = snapshotOf(problem, ['outer-product']);
    expect(Object.keys(alone.matrices)).toEqual(['outer-product']);
    expect(alone.matrices['outer-product']?.relativeError).toBe(matrices['outer-product']?.relativeError);
  });

  it('keeps error, gradient and the diagonal when the matrices take too much memory', () => {
    const large = problemOf(1200, 2);
    const result = snapshotOf(large, six);
    expect(Object.keys(result.matrices)).toEqual(['diagonal']);
    expect(result.matrices.diagonal?.relativeError).toBeNaN();
    expect(result.gradient).toHaveLength(3601);
    expect(Object.keys(spectraOf(large, six))).toEqual(['exact', 'diagonal', 'gauss-newton']);
  });
});

it('counts eight bytes an entry, and the exact matrix with every dense one', () => {
  expect(matrixMegabytes(12_345)).toBeCloseTo(1219.2, 1);
  expect(overBudget(5656, ['exact'])).toBe(false);
  expect(overBudget(5657, ['exact'])).toBe(true);
  expect(overBudget(4001, ['gauss-newton'])).toBe(true);
  expect(overBudget(4000, ['gauss-newton', 'diagonal'])).toBe(false);
  expect(overBudget(20_000, ['diagonal'])).toBe(false);
});

it('finds the extreme eigenvalues: Rayleigh quotients never pass them', () => {
  const { exact } = spectraOf(problem, ['exact']);
  const { curvature } = engineApi.product({ problem, direction: { kind: 'top-eigenvector' } });
  expect(curvature).toBeCloseTo(exact?.largest ?? NaN, 6);
  for (let seed = 0; seed < 20; seed++) {
    const random = engineApi.product({ problem, direction: { kind: 'random', seed } }).curvature;
    expect(random).toBeGreaterThan(exact?.smallest ?? NaN);
    expect(random).toBeLessThan(exact?.largest ?? NaN);
  }
});

it('multiplies H and G with a direction: columns of the matrices for unit vectors', () => {
  const { matrices } = snapshotOf(problem, ['exact', 'gauss-newton']);
  const found = engineApi.product({ problem, direction: { kind: 'unit', index: 4 } });
  for (let q = 0; q < W; q++) {
    const entry = matrices.exact?.values[4 * W + q] ?? NaN;
    expect(found.Hv[q]).toBeCloseTo(entry, 12);
    expect(found.oneSided[q]).toBeCloseTo(entry, 5);
    expect(found.central[q]).toBeCloseTo(entry, 7);
    expect(found.Gv[q]).toBeCloseTo(matrices['gauss-newton']?.values[4 * W + q] ?? NaN, 12);
  }
  expect(found.curvature).toBeCloseTo(matrices.exact?.values[4 * W + 4] ?? NaN, 12);
});

it('predicts: the outputs at the patterns give back the error', () => {
  const y = engineApi.predict({ problem, inputs: problem.batch.inputs });
  const misfit = y.reduce((sum, value, n) => sum + 0.5 * (value - (problem.batch.targets[n] ?? NaN)) ** 2, 0);
  const decay = 0.05 * problem.parameters.reduce((sum, weight) => sum + weight * weight, 0);
  expect(misfit + decay).toBeCloseTo(errorAt(problem.parameters), 12);
});

describe('train', () => {
  const request = {
    problem,
    learningRate: 0.01,
    damping: 0.01,
    steps: 5,
    budgetMilliseconds: 10_000,
    reference: null,
  };

  it('takes the steps asked for and reports the error after each', () => {
    const reply = engineApi.train({ ...request, method: 'gradient-descent' });
    expect(reply.status).toBe('running');
    expect(reply.before).toBeCloseTo(errorAt(problem.parameters), 12);
    expect(reply.errors).toHaveLength(5);
    expect(reply.errors[4]).toBeCloseTo(errorAt(reply.parameters), 12);
  });

  it('takes at least one step however short the time', () => {
    expect(
      engineApi.train({ ...request, method: 'gradient-descent', budgetMilliseconds: 0 }).errors,
    ).toHaveLength(1);
  });

  it('ends at a minimum when no step lowers the error', () => {
    const reply = engineApi.train({ ...request, method: 'levenberg-marquardt', steps: 2000 });
    expect(reply.status).toBe('stuck');
    expect(Math.hypot(...snapshotOf({ ...problem, parameters: reply.parameters }, []).gradient)).toBeLessThan(
      1e-5,
    );
  });

  it('stops before the error explodes, with finite weights', () => {
    const reply = engineApi.train({ ...request, method: 'gradient-descent', learningRate: 100, steps: 1000 });
    expect(reply.status).toBe('diverged');
    expect(Math.max(reply.before, ...reply.errors)).toBeLessThanOrEqual(100 * reply.before);
    expect(reply.parameters.every(Number.isFinite)).toBe(true);
  });
});

it('collects every buffer once for the transfer', () => {
  const shared = new Float64Array(3);
  const own = new Float64Array(2);
  const found = transferables({ a: shared, b: { c: shared.subarray(1), d: [own, 'text', null] }, n: 1 });
  expect(found).toEqual([shared.buffer, own.buffer]);
});
