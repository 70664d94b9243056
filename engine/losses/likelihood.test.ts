import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivationKind } from '../activations/index.ts';
import { randomStream } from '../data/random.ts';
import { expectClose } from '../testing/close.ts';
import { modelTargets } from '../testing/modelTargets.ts';
import { fisherSeed, likelihoodProblem } from './fisherSeed.ts';
import { type LossKind, lossKinds, lossOf } from './index.ts';
import { sampledSeed, sampleTargets } from './sampledSeed.ts';
import { seedOf } from './seed.ts';

const likely = lossKinds.filter((loss) => likelihoodProblem(loss) === null);
const pairs = likely.flatMap((loss) => lossOf(loss).outputs.map((output) => ({ loss, output })));

const places = (K: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: K, maxLength: K })
    .map((a) => Float64Array.from(a));

/** Σ p, E[δ] and E[δδᵀ] of one pattern by summing over its targets, p from exp(−E). */
function expectations(loss: LossKind, output: ActivationKind, a: Float64Array) {
  const K = a.length;
  const { p, delta, total } = modelTargets(loss, output, a);
  const mean = new Float64Array(K);
  const S = new Float64Array(K * K);
  p.forEach((share, s) => {
    for (let k = 0; k < K; k++) {
      mean[k] += share * delta[s * K + k];
      for (let l = 0; l < K; l++) S[k * K + l] += share * delta[s * K + k] * delta[s * K + l];
    }
  });
  return { total, mean, S };
}

describe.each(pairs)('$loss behind $output', ({ loss, output }) => {
  const a = fc.integer({ min: 1, max: loss.endsWith('cross-entropy') ? 3 : 2 }).chain(places);

  test('exp(−E) is a density with the same constant everywhere, and E[δ] = 0, E[δδᵀ] = fisherSeed', () => {
    fc.assert(
      fc.property(a, (drawn) => {
        const { total, mean, S } = expectations(loss, output, drawn);
        const elsewhere = expectations(
          loss,
          output,
          drawn.map((ak) => 0.3 - ak),
        ).total;
        // 10⁴ terms, most of them small; quadrature and truncation leave less than 1e-14.
        expectClose('∫ exp(−E) dt', [total], [elsewhere], 1e-13);
        expectClose(
          'E[δ]',
          mean,
          mean.map(() => 0),
          1e-12,
          Math.sqrt(Math.max(...S)) || 1,
        );
        expectClose('S', fisherSeed(loss, output, drawn, 1, drawn.length), S, 1e-12);
      }),
      { numRuns: 8 },
    );
  });

  test('the mean over samples is within its standard error of the expectation', () => {
    const drawn = Float64Array.of(0.4, -0.9, 0.1);
    const [N, K] = [1, 3];
    const { y } = seedOf(loss, output, drawn, new Float64Array(K), N, K);
    const S = fisherSeed(loss, output, drawn, N, K);
    const batches = Array.from({ length: 60 }, (_, seed) =>
      sampledSeed(loss, output, drawn, y, N, K, { samples: 200, seed }),
    );
    S.forEach((expected, q) => {
      const { mean, standardError } = summary(batches.map((batch) => batch[q]));
      // |z| > 4.5 has p = 3e-5 with 59 degrees of freedom; 9 entries of some 40 pairs; the seeds are fixed.
      expect(Math.abs(mean - expected), `S[${q}] ${mean} for ${expected}`).toBeLessThanOrEqual(
        4.5 * standardError,
      );
      // Standard error of E[δδᵀ] from 12,000 samples: small enough to notice a wrong factor.
      expect(standardError).toBeLessThanOrEqual(0.05 * Math.max(...S));
    });
  });
});

function summary(values: readonly number[]): { mean: number; standardError: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}

describe('targets drawn from the model', () => {
  const DRAWS = 30_000;

  test.each(likely)('of %s have the distribution exp(−E)', (loss) => {
    const [output] = lossOf(loss).outputs;
    const K = lossOf(loss).targets === 'one-hot' ? 3 : 1;
    const a = Float64Array.of(0.7, -0.4, 0.2).subarray(0, K);
    const { y } = seedOf(loss, output, a, new Float64Array(K), 1, K);
    const random = randomStream(11);
    const draws = Array.from({ length: DRAWS }, () => sampleTargets(loss, y, 1, K, random));
    const { p, targets } = modelTargets(loss, output, a);
    // The distribution function at each target of the list, classes by their number. Quadrature in the middle of
    // an interval: half of its share lies below.
    const code = (t: ArrayLike<number>, at: number): number =>
      K === 1 ? t[at] : Array.from({ length: K }, (_, k) => k).findIndex((k) => t[at + k] === 1);
    const real = lossOf(loss).targets === 'real';
    const sorted = Float64Array.from(draws, (t) => code(t, 0)).sort();
    let below = 0;
    let at = 0;
    let largest = 0;
    p.forEach((share, s) => {
      while (at < DRAWS && sorted[at] <= code(targets, s * K)) at += 1;
      largest = Math.max(largest, Math.abs(at / DRAWS - below - (real ? share / 2 : share)));
      below += share;
    });
    // Kolmogorov–Smirnov: 1.95/√n is passed with p = 0.001; the seed is fixed.
    expect(largest).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  });

  test('are the same for the same seed; more samples go on from fewer', () => {
    const a = Float64Array.of(0.4, -0.9);
    const y = Float64Array.of(0.4, -0.9);
    const mean = (samples: number, seed: number) =>
      sampledSeed('sum-of-squares', 'identity', a, y, 1, 2, { samples, seed });
    expect(mean(5, 3)).toEqual(mean(5, 3));
    expect(mean(5, 3)).not.toEqual(mean(5, 4));
    const second = mean(2, 3).map((both, q) => 2 * both - mean(1, 3)[q]);
    // Alone again it is one δδᵀ: its determinant is 0 but for a few roundings.
    expectClose('determinant', [second[0] * second[3]], [second[1] * second[2]], 1e-14);
  });

  test('are refused where exp(−E) is no density, with the reason', () => {
    const one = new Float64Array(1);
    const refusal = likelihoodProblem('cauchy') ?? '';
    expect(refusal).toMatch(/^needs the loss of a likelihood, cauchy has none: exp\(−E\) falls like/);
    expect(() => fisherSeed('cauchy', 'identity', one, 1, 1)).toThrow(refusal);
    expect(() => sampleTargets('cauchy', one, 1, 1, randomStream(1))).toThrow(refusal);
    expect(lossKinds.filter((loss) => !likely.includes(loss))).toEqual(['cauchy']);
  });
});
