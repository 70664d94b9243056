import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialParameters } from '../experiment/initialise.ts';
import { batchOf, dataColumns } from './batch.ts';
import { type DataSetId, dataSetIds, dataSetOf } from './index.ts';
import { gaussians, randomStream } from './random.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const moment = (values: Float64Array, power: number) => mean(values.map((x) => x ** power));

describe('random numbers', () => {
  it('normals have the moments of N(0, 1)', () => {
    const draws = gaussians(5, 200_000);
    expect(Math.abs(moment(draws, 1))).toBeLessThan(0.01);
    expect(Math.abs(moment(draws, 2) - 1)).toBeLessThan(0.015);
    expect(Math.abs(moment(draws, 3))).toBeLessThan(0.03);
    expect(Math.abs(moment(draws, 4) - 3)).toBeLessThan(0.1);
  });

  it('pairs of Box–Muller are independent', () => {
    const draws = gaussians(6, 100_000);
    const products = Array.from({ length: 50_000 }, (_, n) => draws[2 * n] * draws[2 * n + 1]);
    expect(Math.abs(mean(products))).toBeLessThan(0.02);
  });

  it('neighbouring seeds give unrelated streams', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) => randomStream(seed).uniform());
    expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(0.03);
    const lagged = firsts.slice(1).map((x, n) => (x - 0.5) * (firsts[n] - 0.5));
    expect(Math.abs(mean(lagged)) * 12).toBeLessThan(0.08);
  });
});

describe.each(dataSetIds)('data set %s', (id: DataSetId) => {
  const set = dataSetOf(id);

  it('draws exactly as many patterns as asked, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 1e6 }), (count, seed) => {
        const batch = set.draw(count, 0.1, seed);
        expect(batch.N).toBe(count);
        expect(batch.inputs).toHaveLength(count * set.inputs);
        expect(batch.targets).toHaveLength(count * set.outputs);
        expect(set.draw(count, 0.1, seed)).toEqual(batch);
        expect(set.draw(count, 0.1, seed + 1).inputs).not.toEqual(batch.inputs);
      }),
    );
  });

  it('stays roughly within [−2, 2]', () => {
    const { inputs } = set.draw(500, set.defaults.noise, 1);
    expect(Math.max(...inputs.map(Math.abs))).toBeLessThan(2.8);
    expect(mean(inputs.map((x) => (Math.abs(x) > 2 ? 1 : 0)))).toBeLessThan(0.02);
  });

  it('has targets of its task, classes of equal size', () => {
    const { targets } = set.draw(60, set.defaults.noise, 4);
    if (set.task === 'non-negative')
      return expect(targets.every((t) => Number.isInteger(t) && t >= 0)).toBe(true);
    if (set.task === 'real') return expect(new Set(targets).size).toBe(60 * set.outputs);
    expect([...new Set(targets)].sort()).toEqual([0, 1]);
    const ofClass = (k: number) => mean(targets.filter((_, n) => n % set.outputs === k));
    for (let k = 0; k < set.outputs; k++) expect(ofClass(k)).toBeCloseTo(1 / Math.max(2, set.outputs), 12);
  });

  it('is materialised with the columns it announces', () => {
    const data = { set: id, count: 7, noise: 0.1, seed: 2 };
    expect(batchOf(data)).toEqual(set.draw(7, 0.1, 2));
    expect(dataColumns(data)).toEqual({ inputs: set.inputs, targets: set.outputs });
  });
});

const additive = dataSetIds.filter((id) => dataSetOf(id).task !== 'non-negative');

it.each(additive)('%s adds noise of the deviation asked for', (id) => {
  const set = dataSetOf(id);
  const clean = set.draw(4000, 0, 9);
  const noisy = set.draw(4000, 0.2, 9);
  const column = set.task === 'real' ? 'targets' : 'inputs';
  const differences = noisy[column].map((x, n) => x - clean[column][n]);
  expect(Math.sqrt(moment(differences, 2))).toBeCloseTo(0.2, 1);
  expect(Math.abs(moment(differences, 1))).toBeLessThan(0.02);
});

it('counts follow the rate, and noise spreads its logarithm', () => {
  const { inputs, targets } = dataSetOf('counts').draw(40_000, 0, 6);
  const rates = inputs.map((x) => Math.exp(1.2 + Math.sin(2 * x)));
  const off = targets.map((t, n) => (t - rates[n]) / Math.sqrt(rates[n]));
  // Standard errors 1/√n and √(2 + 1/λ)/√n of a Poisson count's standardised mean and variance; five of them.
  expect(Math.abs(moment(off, 1))).toBeLessThan(5 / Math.sqrt(off.length));
  expect(Math.abs(moment(off, 2) - 1)).toBeLessThan((5 * Math.sqrt(3)) / Math.sqrt(off.length));
  // E e^ε = e^(σ²/2); the clean rates are drawn with the same x.
  const noisy = dataSetOf('counts').draw(40_000, 0.5, 6);
  expect(mean(noisy.targets) / mean(rates)).toBeCloseTo(Math.exp(0.125), 1);
  expect(moment(noisy.targets, 2)).toBeGreaterThan(1.2 * moment(targets, 2));
});

it('own rows become row-major matrices', () => {
  const data = {
    inputs: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    targets: [[7], [8], [9]],
  };
  expect(batchOf(data)).toEqual({
    N: 3,
    inputs: Float64Array.of(1, 2, 3, 4, 5, 6),
    targets: Float64Array.of(7, 8, 9),
  });
  expect(dataColumns(data)).toEqual({ inputs: 2, targets: 1 });
});

describe('initial parameters', () => {
  const layer = (name: string, units: number, from: string[]) =>
    ({ name, kind: 'dense', units, activation: 'tanh', from }) as const;
  const network = { input: [16], layers: [layer('a', 250, ['input']), layer('b', 4, ['input', 'a'])] };

  it('have deviation scale / √fan-in, weights and biases alike', () => {
    const w = Float64Array.from(initialParameters(network, { seed: 1, scale: 3 }));
    expect(w).toHaveLength(250 * 17 + 4 * 267);
    expect(Math.sqrt(moment(w.subarray(0, 4000), 2)) / (3 / 4)).toBeCloseTo(1, 1);
    expect(Math.sqrt(moment(w.subarray(4000, 4250), 2)) / (3 / 4)).toBeCloseTo(1, 0);
    expect(Math.sqrt(moment(w.subarray(4250), 2)) / (3 / Math.sqrt(266))).toBeCloseTo(1, 1);
  });

  it('are the same for the same seed, and those of earlier layers do not depend on later ones', () => {
    const all = initialParameters(network, { seed: 1, scale: 1 });
    expect(initialParameters(network, { seed: 1, scale: 1 })).toEqual(all);
    expect(initialParameters(network, { seed: 2, scale: 1 })).not.toEqual(all);
    const first = initialParameters(
      { ...network, layers: network.layers.slice(0, 1) },
      { seed: 1, scale: 1 },
    );
    expect(all.slice(0, first.length)).toEqual(first);
  });
});
