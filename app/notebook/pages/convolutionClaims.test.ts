import { describe, expect, test } from 'vitest';
import { predict } from '../../../engine/network/predict.ts';
import { expectClose } from '../../../engine/testing/close.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import { convolution } from './convolution.ts';
import { experimentOf, factsOf, trained } from './testing/facts.ts';

const [bars, shared, dense] = [0, 1, 2].map((k) => factsOf(experimentOf(convolution, k))) as [
  ReturnType<typeof factsOf>,
  ReturnType<typeof factsOf>,
  ReturnType<typeof factsOf>,
];

const negative = (values: readonly number[]): number => values.filter((value) => value < 0).length;

/** The weights of one kernel and its bias, of two kernels with so many weights each. */
const kernelOf = (channel: number, size: number): number[] => [
  ...Array.from({ length: size }, (_, k) => channel * size + k),
  2 * size + channel,
];

describe('bars and stripes', () => {
  test('38 weights, where dense units in place of the 32 places would have 1184', () => {
    expect(bars.W).toBe(38);
    expect(bars.topology.layers[0]?.units).toBe(32);
    expect(32 * (36 + 1)).toBe(1184);
  });

  test('the residual is zero between the kernels, and not within one', () => {
    const R = bars.values('residual');
    const largest = (rows: number[], columns: number[]): number =>
      Math.max(...rows.flatMap((i) => columns.map((j) => Math.abs(R[i * bars.W + j] ?? NaN))));
    const [first, second] = [kernelOf(0, 9), kernelOf(1, 9)];
    expect(largest(first, first)).toBeGreaterThan(1);
    expect(largest(second, second)).toBeGreaterThan(1);
    // H and G agree there to rounding of entries near 1e2.
    expect(largest(first, second)).toBeLessThan(1e-13);
  });

  test('at the random weights 13 negative eigenvalues and two thirds off; trained none, 7 %, K-FAC 95 %', () => {
    expect(negative(bars.eigenvalues('exact'))).toBe(13);
    expect(bars.off('gauss-newton')).toBeCloseTo(0.667, 2);
    const after = factsOf(trained(experimentOf(convolution, 0)));
    expect(negative(after.eigenvalues('exact'))).toBe(0);
    expect(after.off('gauss-newton')).toBeCloseTo(0.07, 2);
    expect(after.off('kfac')).toBeCloseTo(0.95, 2);
    const { problem } = after;
    const blocks = engineApi.compare({ problem, matrices: ['kfac'] }).matrices.kfac?.blocks;
    expect(blocks?.names[0]).toBe('conv1');
    expect(blocks?.pairs.find(({ l, m }) => l === 0 && m === 0)?.relativeError).toBeCloseTo(0.95, 2);
  });
});

/** Where shared weight q is copied to: in the dense network. */
const copies = (q: number): number[] => {
  if (q >= 10) return [q + 70];
  // Dense layer: 8 units with 9 weights each, then 8 biases.
  if (q >= 8) return [0, 1, 2, 3].map((place) => 72 + (q - 8) * 4 + place);
  const [channel, row, column] = [Math.floor(q / 4), Math.floor((q % 4) / 2), q % 2];
  return [0, 1, 2, 3].map((place) => {
    const pixel = (Math.floor(place / 2) + row) * 3 + (place % 2) + column;
    return (channel * 4 + place) * 9 + pixel;
  });
};

describe('folding', () => {
  test('both networks compute the same', () => {
    const { inputs } = shared.problem.batch;
    const [a, b] = [shared, dense].map(({ problem }) => predict(problem.network, problem.parameters, inputs));
    expectClose('y', a ?? [], b ?? [], 1e-14);
    expect([shared.W, dense.W]).toEqual([28, 98]);
  });

  test('H of the shared weights is Pᵀ H P of the dense ones, without decay', () => {
    for (const id of ['exact', 'gauss-newton'] as const) {
      const large = dense.values(id);
      const small = shared.values(id);
      const alpha = 0.01;
      const [folded, own] = [[] as number[], [] as number[]];
      for (let p = 0; p < 28; p++)
        for (let q = 0; q < 28; q++) {
          const pairs = copies(p).flatMap((i) => copies(q).map((j) => [i, j] as const));
          folded.push(
            pairs.reduce((sum, [i, j]) => sum + (large[i * 98 + j] ?? NaN) - (i === j ? alpha : 0), 0),
          );
          own.push((small[p * 28 + q] ?? NaN) - (p === q ? alpha : 0));
        }
      // Sixteen summands each, of size 1.
      expectClose(id, folded, own, 1e-13, 1);
    }
  });

  test('the outer product has rank twelve at most, without decay', () => {
    const rank = (facts: typeof shared): number =>
      facts.eigenvalues('gauss-newton').filter((value) => value > 0.01 + 1e-10).length;
    expect(rank(shared)).toBeLessThanOrEqual(12);
    expect(rank(dense)).toBeLessThanOrEqual(12);
  });

  test('the shared weights rest and their H is positive; four eigenvalues of the dense one are negative', () => {
    expect(Math.hypot(...shared.gradient())).toBeLessThan(1e-3);
    expect(negative(shared.eigenvalues('exact'))).toBe(0);
    expect(negative(dense.eigenvalues('exact'))).toBe(4);
  });

  test('trained, the dense network ends lower and its copies differ', () => {
    const after = trained(experimentOf(convolution, 2));
    expect(factsOf(after).error()).toBeLessThan(0.5 * dense.error());
    // How far the four copies of each weight of the kernels lie apart.
    const spreads = Array.from({ length: 8 }, (_, q) => {
      const found = copies(q).map((at) => after.parameters[at] ?? NaN);
      return Math.max(...found) - Math.min(...found);
    });
    expect(Math.max(...spreads)).toBeGreaterThan(0.3);
  });
});
