import { inverse as invert, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../engine/curvature/createWorkspace.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { expectClose } from '../../../engine/testing/close.ts';
import { explicitProduct, outputJacobian } from '../../../engine/testing/jacobian.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import { setCount, setSeed } from '../../state/edits/data.ts';
import { exercises } from './exercises.ts';
import { experimentOf, factsOf } from './testing/facts.ts';
import { sequentialInverses } from './testing/sequential.ts';

const [outputs, regression, logistic, softmax, skip] = [0, 1, 2, 3, 4].map((k) =>
  experimentOf(exercises, k),
) as [Experiment, Experiment, Experiment, Experiment, Experiment];

/** The two numbers that the page tells to use, as a pocket calculator has them. */
const z = Math.tanh(1);
const h1 = 1 - z * z;

/** Sums of a few products. */
const ROUNDING = 1e-14;

test('the two numbers of the introduction are right to their digits', () => {
  expect(z).toBeCloseTo(0.7616, 4);
  expect(h1).toBeCloseTo(0.42, 4);
});

describe('5.16 and 5.21', () => {
  const { problem, at, values, W } = factsOf(outputs);
  /** ∇y_nk, [NK][W], pattern by pattern. */
  const rows = (() => {
    const J = outputJacobian(createWorkspace(problem));
    return [0, 1, 2, 3].map((nk) => Float64Array.from({ length: W }, (_, q) => J[q]?.[nk] ?? NaN));
  })();

  test('the outer product is the sum over patterns and outputs, and the entry is 0.882', () => {
    const I = Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1);
    expectClose('JᵀJ', values('outer-product'), explicitProduct(createWorkspace(problem), I), ROUNDING);
    expect(at('outer-product', 1, 0)).toBeCloseTo((1 + 4) * h1 ** 2, 14);
    expect(at('outer-product', 1, 0).toFixed(3)).toBe('0.882');
    expect((h1 ** 2).toFixed(3)).toBe('0.176');
  });

  test('four corrections of rank one give the inverse, by patterns, by outputs and by Woodbury', () => {
    const alpha = outputs.weightDecay;
    const direct = invert(Matrix.from1DArray(W, W, values('outer-product'))).to1DArray();
    const byPattern = sequentialInverses(rows, alpha);
    expect(byPattern).toHaveLength(1 + 4);
    // Condition number 1e2.
    expectClose('by pattern', byPattern.at(-1) ?? [], direct, 1e-12);
    const order = [0, 2, 1, 3].map((nk) => rows[nk] ?? new Float64Array(W));
    expectClose('by output', sequentialInverses(order, alpha).at(-1) ?? [], direct, 1e-12);
    const woodbury = [0, 1].reduce(
      (H, n) => {
        const J = new Matrix(rows.slice(2 * n, 2 * n + 2).map((row) => Array.from(row)));
        const HJ = H.mmul(J.transpose());
        const middle = invert(Matrix.add(Matrix.eye(2), J.mmul(HJ)));
        return Matrix.sub(H, HJ.mmul(middle).mmul(HJ.transpose()));
      },
      Matrix.eye(W).mul(1 / alpha),
    );
    expectClose('Woodbury', woodbury.to1DArray(), direct, 1e-12);
  });
});

test('5.17: the residual share falls about like 1/√N while the weights stay', () => {
  const share = (N: number): number => {
    const shares = [1, 2, 3, 4, 5, 6].map((seed) => {
      const drawn = setSeed(seed)(setCount(N)(regression));
      expect(drawn.parameters).toEqual(regression.parameters);
      return factsOf(drawn).off('residual');
    });
    return shares.reduce((sum, one) => sum + one, 0) / shares.length;
  };
  const [few, some, many] = [share(20), share(200), share(2000)];
  expect(few).toBeGreaterThan(0.03);
  expect(many).toBeLessThan(0.01);
  // √10 = 3.2 each; the misfit of three units stays, and six draws are few.
  expect(few / some).toBeGreaterThan(2);
  expect(some / many).toBeGreaterThan(1.5);
  // And for the draw that the page opens with.
  expect(factsOf(regression).off('residual')).toBeGreaterThan(0.02);
  expect(factsOf(setCount(2000)(regression)).off('residual')).toBeLessThan(0.01);
});

test('5.19: y(1 − y) weighs the products, and the entry is 0.1037', () => {
  const { at, values, problem } = factsOf(logistic);
  const y = [0, 2 * z].map((a) => 1 / (1 + Math.exp(-a)));
  const S = Float64Array.from(y, (one) => one * (1 - one));
  expectClose('formula', values('outer-product'), explicitProduct(createWorkspace(problem), S), ROUNDING);
  expect(y[1]?.toFixed(3)).toBe('0.821');
  expect(S[1]?.toFixed(3)).toBe('0.147');
  expect(at('outer-product', 1, 0)).toBeCloseTo((S[1] ?? NaN) * (2 * h1) ** 2, 14);
  expect(at('outer-product', 1, 0).toFixed(4)).toBe('0.1037');
});

test('5.20: diag y − yyᵀ stands between, and the entry is 0.0383', () => {
  const { at, values, problem } = factsOf(softmax);
  const S = Float64Array.from(
    [[0, 0] as const, [z, 2 * z] as const].flatMap(([a, b]) => {
      const first = 1 / (1 + Math.exp(b - a));
      const v = first * (1 - first);
      return [v, -v, -v, v];
    }),
  );
  expectClose('formula', values('outer-product'), explicitProduct(createWorkspace(problem), S), ROUNDING);
  expect((1 / (1 + Math.exp(z))).toFixed(3)).toBe('0.318');
  expect(S[4]?.toFixed(3)).toBe('0.217');
  expect(at('outer-product', 1, 0)).toBeCloseTo((S[4] ?? NaN) * h1 ** 2, 14);
  expect(at('outer-product', 1, 0).toFixed(4)).toBe('0.0383');
});

test('5.22: both in layer 2 is all outer product; with one hidden unit the other kinds carry δ', () => {
  const { problem, off } = factsOf(softmax);
  expect(off('closed-form')).toBeLessThan(ROUNDING);
  const residualOf = (row: number, column: number): number =>
    engineApi.anatomy({ problem, row, column, pattern: 1 }).residual;
  expect(residualOf(2, 3)).toBe(0);
  expect(Math.abs(residualOf(1, 0))).toBeGreaterThan(1e-3);
  expect(Math.abs(residualOf(2, 0))).toBeGreaterThan(1e-3);
});

describe('5.18 and 5.23', () => {
  const { at, values, problem, W } = factsOf(skip);

  test('the gradient of the skip weight is δ x = −0.477', () => {
    const { trace } = engineApi.trace({ problem, pattern: 1, direction: skip.direction });
    expect(trace.gradient[3]).toBeCloseTo(2 * z - 1 - 1, 14);
    expect(trace.gradient[3]?.toFixed(3)).toBe('-0.477');
    expect((2 * z - 1).toFixed(3)).toBe('0.523');
  });

  test('row 4 has 1, 0.762 and 0.840, and no residual', () => {
    expect(at('exact', 3, 3)).toBeCloseTo(1, 14);
    expect(at('exact', 3, 2)).toBeCloseTo(z, 14);
    expect(at('exact', 3, 0)).toBeCloseTo(2 * h1, 14);
    expect([at('exact', 3, 2), at('exact', 3, 0)].map((one) => one.toFixed(3))).toEqual(['0.762', '0.840']);
    for (let q = 0; q < W; q++) expect(values('residual')[3 * W + q]).toBe(0);
  });

  test('the three formulas hold for two outputs that mix', () => {
    const layers = skip.network.layers.map((layer) =>
      layer.name === 'output' && layer.kind === 'dense'
        ? ({ ...layer, units: 2, activation: 'softmax' } as const)
        : layer,
    );
    const targets = [
      [1, 0],
      [0, 1],
    ];
    // Hidden 0.7, 0.2; to the outputs from hidden and input (0.9, −0.4), (−1.1, 0.3); biases 0.1, 0.
    const parameters = [0.7, 0.2, 0.9, -0.4, -1.1, 0.3, 0.1, 0];
    const mixed = factsOf({
      ...skip,
      network: { ...skip.network, layers },
      loss: { kind: 'softmax-cross-entropy', reduction: 'sum' },
      data: { inputs: [[0.5], [-1.5]], targets },
      parameters,
    });
    const w = [0.9, -1.1];
    const u = [-0.4, 0.3];
    const sums = { skips: 0, layer2: 0, layer1: 0 };
    for (const x of [0.5, -1.5]) {
      const zn = Math.tanh(0.7 * x + 0.2);
      const a = [0, 1].map((k) => (w[k] ?? NaN) * zn + (u[k] ?? NaN) * x + (k === 0 ? 0.1 : 0));
      const y = 1 / (1 + Math.exp((a[1] ?? NaN) - (a[0] ?? NaN)));
      const M = y * (1 - y);
      sums.skips += x * x * -M;
      sums.layer2 += x * zn * -M;
      sums.layer1 += x * x * (1 - zn * zn) * ((w[0] ?? NaN) * M - (w[1] ?? NaN) * M);
    }
    // Skip weight of output 1 with that of output 2, with the hidden weight of output 2, and with layer 1.
    expect(mixed.at('exact', 3, 5)).toBeCloseTo(sums.skips, 14);
    expect(mixed.at('exact', 3, 4)).toBeCloseTo(sums.layer2, 14);
    expect(mixed.at('exact', 3, 0)).toBeCloseTo(sums.layer1, 14);
  });
});
