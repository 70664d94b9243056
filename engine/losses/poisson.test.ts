import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElementwiseActivation } from '../activations/activation.ts';
import { activationOf } from '../activations/index.ts';
import { expectClose } from '../testing/close.ts';
import { fisherSeed } from './fisherSeed.ts';
import { seedOf } from './seed.ts';

type Output = 'exp' | 'softplus';
const seedAt = (output: Output, a: number, t: number) => {
  const { E, y, delta, M, Mcut } = seedOf('poisson', output, Float64Array.of(a), Float64Array.of(t), 1, 1);
  return [y[0], E, delta[0], M[0], Mcut[0], fisherSeed('poisson', output, Float64Array.of(a), 1, 1)[0]];
};

/** The definition: derivatives of y − t ln y in y, and the chain rule with h' and h''. */
function byChainRule(output: Output, a: number, t: number): number[] {
  const [y, h1, h2] = [0, 1, 2].map(() => new Float64Array(1));
  (activationOf(output) as ElementwiseActivation).evaluate(Float64Array.of(a), y, h1, h2);
  const slope = 1 - t / y[0];
  const cut = (h1[0] * h1[0] * t) / (y[0] * y[0]);
  const E = y[0] - (t === 0 ? 0 : t * Math.log(y[0]));
  return [y[0], E, h1[0] * slope, cut + h2[0] * slope, cut, (h1[0] * h1[0]) / y[0]];
}

// a, t; y, E, δ, M, Mcut, E[δ²] of softplus outputs, computed with 60 digits and rounded to 17 (mpmath 1.3).
const SOFTPLUS = [
  [-800, 3, 0, 2400, -3, 0, 3, 0],
  [-50, 3, 1.9287498479639178e-22, 150, -3, 4.8218746199097945e-22, 3, 1.9287498479639178e-22],
  [
    -20.3, 0.5, 1.5269401579608355e-9, 10.150000001908676, -0.4999999980913248, 1.9086751932736907e-9,
    0.49999999923652992, 1.5269401556292893e-9,
  ],
  [
    -5, 2, 0.0067153484891180686, 10.013434454968935, -1.98660680735267, 0.013311019697623382,
    1.9866217638435125, 0.0066704287301378019,
  ],
  [
    -4.01, 7, 0.017970946122178535, 28.150963452476783, -6.9196663509432663, 0.079087909131046617,
    6.875512015555594, 0.017651350856277247,
  ],
  [
    -3.99, 7, 0.018330675997221365, 28.01258604570381, -6.918069169030894, 0.080635114578248663,
    6.8730466127095406, 0.017998227224482627,
  ],
  [
    -1, 2, 0.31326168751822283, 2.634694438296018, -1.4480985620422787, 0.41546827583542858,
    1.4741131523182108, 0.23089158684400488,
  ],
  [
    0.5, 0, 0.97407698418010668, 0.97407698418010668, 0.62245933120185456, 0.23500371220159449, 0,
    0.39776693761672906,
  ],
  [
    3, 4, 3.0485873515737421, -1.4101259280565303, -0.29728230432846729, 0.37643640175929973,
    0.39053527462231643, 0.29764522463924292,
  ],
  [40, 30, 40, -70.666383623418089, 0.25, 0.01875, 0.01875, 0.025],
] as const;

const NAMES = ['y', 'E', 'δ', 'M', 'Mcut', 'E[δ²]'];

describe('Poisson', () => {
  test.each(['exp', 'softplus'] as const)('behind %s is y − t ln y by the chain rule', (output) => {
    const places = fc.double({ min: -8, max: 8, noNaN: true });
    const counts = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 40, noNaN: true }));
    fc.assert(
      fc.property(places, counts, (a, t) => {
        const expected = byChainRule(output, a, t);
        seedAt(output, a, t).forEach((value, q) => {
          // The chain rule's M cancels: its roundings are ε of t and of y, however small M is.
          expectClose(NAMES[q], [value], [expected[q]], 4e-15, 1 + t + expected[0]);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test.each(SOFTPLUS)('behind softplus keeps its digits at a = %f, t = %f', (a, t, ...expected) => {
    const computed = seedAt('softplus', a, t);
    // Just above a = −4, where it is not summed, r − σ(−a) = 0.009 has lost a factor of 110 to cancellation.
    expected.forEach((value, q) => expectClose(NAMES[q], [computed[q]], [value], 3e-14));
    [0, 2, 4, 5].forEach((q) => expectClose(NAMES[q], [computed[q]], [expected[q]], 2e-15));
  });

  test('behind exp has M = y and Mcut = t to the bit, and ends where y underflows or is 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -745, max: 700, noNaN: true }), fc.nat(50), (a, t) => {
        const y = Math.exp(a);
        expect(seedAt('exp', a, t)).toEqual([y, t === 0 ? y : y - t * a, y - t, y, t, y]);
      }),
    );
    expect(seedAt('exp', -1000, 3)).toEqual([0, 3000, -3, 0, 3, 0]);
    expect(seedAt('exp', -Infinity, 0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(seedAt('softplus', -1000, 0)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
