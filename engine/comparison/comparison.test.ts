import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { gaussians } from '../data/random.ts';
import { parameterName } from '../network/parameterNames.ts';
import { topologyOf } from '../network/topology.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { comparisonOf } from './comparison.ts';
import { entrySample } from './scatterSample.ts';
import { signAgreement } from './signAgreement.ts';

describe('two layers of one weight and one bias, all by hand', () => {
  const topology = topologyOf({
    input: [1],
    layers: [
      { name: 'hidden', kind: 'dense', units: 1, activation: 'tanh', from: ['input'] },
      { name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['hidden'] },
    ],
  });
  // prettier-ignore
  const H = Float64Array.of(
     4, 1,  0, -2,
     1, 2,  0,  0,
     0, 0, 10,  3,
    -2, 0,  3,  1,
  );
  const found = comparisonOf(topology, { form: 'diagonal', values: Float64Array.of(4, -2, 10, 0) }, H);

  test('a diagonal is 0 off its diagonal', () => {
    // prettier-ignore
    expect(Array.from(found.difference)).toEqual([
       0, -1,  0,  2,
      -1, -4,  0,  0,
       0,  0,  0, -3,
       2,  0, -3, -1,
    ]);
    expect(found.worst).toEqual({ row: 1, column: 1, approximate: -2, exact: 2 });
    expect(found.largest).toBe(4);
    expect(found.relativeError).toBeCloseTo(Math.sqrt(45 / 149), 15);
  });

  test('signs: of all, of the large, by weight', () => {
    // The same: 4, 10 and six zeros. Different: −2 against 2, 0 against 1, and 0 against six off the diagonal.
    expect(found.signs.all).toBe(8 / 16);
    expect(found.signs).toMatchObject({ countAbove: 10, threshold: 0.1, above: 2 / 10 });
    expect(found.signs.weighted).toBeCloseTo(14 / 29, 15);
  });

  test('blocks: errors of each, shares of all', () => {
    const [first, cross, second] = found.blocks.pairs;
    expect(found.blocks.names).toEqual(['hidden', 'output']);
    expect(first).toMatchObject({ l: 0, m: 0, relativeError: Math.sqrt(18 / 22), share: 18 / 45 });
    expect(cross).toMatchObject({ l: 1, m: 0, relativeError: 1, share: 8 / 45 });
    expect(second).toMatchObject({ l: 1, m: 1, relativeError: Math.sqrt(19 / 119), share: 19 / 45 });
  });

  test('points: the lower triangle, each with its pair of layers', () => {
    expect(Array.from(found.points.exact)).toEqual([4, 1, 2, 0, 0, 10, -2, 0, 3, 1]);
    expect(Array.from(found.points.approximate)).toEqual([4, 0, -2, 0, 0, 10, 0, 0, 0, 0]);
    expect(Array.from(found.points.pair)).toEqual([0, 0, 0, 1, 1, 2, 1, 1, 2, 2]);
    expect(found.points).toMatchObject({ total: 10, largest: 0 });
  });
});

test('H is no different from itself; blocks that vanish have no error, and one that should has an infinite one', () => {
  const topology = topologyOf({
    input: [1],
    layers: [{ name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['input'] }],
  });
  const H = Float64Array.of(1, -2, -2, 3);
  const same = comparisonOf(topology, { form: 'dense', values: H.slice() }, H);
  expect(same.signs).toMatchObject({ all: 1, above: 1, weighted: 1 });
  expect(same.blocks.pairs[0]).toMatchObject({ relativeError: 0, share: NaN });
  const none = comparisonOf(topology, { form: 'dense', values: H.slice() }, new Float64Array(4));
  expect(none.blocks.pairs[0].relativeError).toBe(Infinity);
  expect(none.relativeError).toBe(Infinity);
});

test('rounding has no sign', () => {
  const H = Float64Array.of(1, 1e-15, -1e-15, 0);
  expect(signAgreement(Float64Array.of(1, -1e-15, 0, 2e-16), H).all).toBe(1);
  expect(signAgreement(Float64Array.of(1, -1e-9, 0, 0), H).all).toBe(3 / 4);
});

describe('more entries than are plotted', () => {
  const W = 120;
  const symmetric = (seed: number): Float64Array => {
    const x = gaussians(seed, W * W);
    return x.map((_, q) => x[Math.max(Math.floor(q / W), q % W) * W + Math.min(Math.floor(q / W), q % W)]);
  };
  const [A, H] = [symmetric(1), symmetric(2)];
  const most = 500;
  const sample = entrySample(A, H, W, most);
  const places = Array.from(sample.rows, (row, q) => row * W + sample.columns[q]);
  const size = (q: number): number => Math.max(Math.abs(A[q]), Math.abs(H[q]));

  test('as many as asked for, each once, of the lower triangle', () => {
    expect(sample.total).toBe((W * (W + 1)) / 2);
    expect(new Set(places).size).toBe(most);
    expect(sample.rows.every((row, q) => sample.columns[q] <= row)).toBe(true);
    expect(entrySample(A, H, W, most)).toEqual(sample);
  });

  test('half of them are the largest', () => {
    const triangle = Array.from({ length: W * W }, (_, q) => q).filter((q) => q % W <= Math.floor(q / W));
    const sorted = triangle.map(size).sort((x, y) => y - x);
    expect(sample.largest).toBe(most / 2);
    const smallestTop = Math.min(...places.slice(0, sample.largest).map(size));
    // Sizes within one part in 128 are not told apart.
    expect(smallestTop).toBeGreaterThan(sorted[sample.largest - 1] * (1 - 1 / 127));
  });

  test('the others are spread evenly', () => {
    const rest = places.slice(sample.largest);
    const taken = new Set(places.slice(0, sample.largest));
    const others = Array.from({ length: W * W }, (_, q) => q).filter(
      (q) => q % W <= Math.floor(q / W) && !taken.has(q),
    );
    const ranks = rest.map((q) => others.indexOf(q));
    const gaps = ranks.slice(1).map((rank, q) => rank - ranks[q]);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });

  test('all the same size: the first of them stand for the largest', () => {
    const flat = new Float64Array(W * W);
    expect(new Set(entrySample(flat, flat, W, most).rows).size).toBeGreaterThan(10);
    expect(entrySample(flat, flat, W, most).rows.length).toBe(most);
  });
});

test('for random networks: shares sum to 1, and pairs are those of the names', () => {
  fc.assert(
    fc.property(
      randomProblem({ layers: 'any' }),
      fc.constantFrom('diagonal' as const, 'gauss-newton' as const, 'empirical-fisher' as const),
      (problem, id) => {
        const workspace = createWorkspace(problem);
        const { topology } = workspace;
        const H = matrixOf('exact').compute(workspace).values;
        const { blocks, relativeError, points } = comparisonOf(topology, matrixOf(id).compute(workspace), H);
        const shares = blocks.pairs.reduce((sum, { share }) => sum + share, 0);
        if (relativeError > 0 && Number.isFinite(relativeError)) expect(shares).toBeCloseTo(1, 12);
        const wrong = Array.from(points.pair, (pair) => blocks.pairs[pair]).filter(
          ({ l, m }, q) =>
            blocks.names[l] !== parameterName(topology, points.rows[q]).layerName ||
            blocks.names[m] !== parameterName(topology, points.columns[q]).layerName,
        );
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
