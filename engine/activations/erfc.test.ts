import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { erf, erfc } from './erfc.ts';
import { gelu } from './gelu.ts';

// A handful of roundings of 1.1e-16 in the sums, the exponentials and the tables; agreement seen is 7e-16.
const ROUNDED = 2e-15;

// Tables computed with 60 digits for the very doubles and rounded to 17 (mpmath 1.3); squares of far ones round.
const ERF = [
  [1e-300, 1.1283791670955126e-300],
  [1e-9, 1.1283791670955126e-9],
  [0.03125, 0.035250373867322826],
  [0.25, 0.27632639016823693],
  [0.484375, 0.50666219637291793],
  [0.5, 0.52049987781304654],
  [0.75, 0.71115563365351513],
  [1, 0.84270079294971487],
  [1.5, 0.96610514647531073],
  [2, 0.99532226501895273],
  [3, 0.99997790950300141],
  [5, 0.99999999999846254],
] as const;

const ERFC = [
  [-5, 1.9999999999984625],
  [-1, 1.8427007929497149],
  [-0.25, 1.2763263901682369],
  [0, 1],
  [0.25, 0.72367360983176307],
  [0.484375, 0.4933378036270821],
  [0.5, 0.47950012218695346],
  [0.75, 0.28884436634648487],
  [1, 0.15729920705028513],
  [2, 0.0046777349810472658],
  [3, 0.000022090496998585441],
  [5, 1.5374597944280349e-12],
  [6.25, 9.672204131876254e-19],
  [6.3125, 4.3683580501443405e-19],
  [10.1, 2.770896983131174e-46],
  [15.7, 3.2018577446765819e-109],
  [24.7, 2.509877040383667e-267],
  [26.3, 8.5902490587940492e-303],
] as const;

/** Φ(a)·a, its slope and its bend far out, where Φ is a few digits of nothing unless it is computed as a tail. */
const GELU = [
  [-37.3, -3.0606495771591782e-303, -1.1416211169449908e-301, -4.2551817232005832e-300],
  [-30.1, -7.2922283261371342e-198, -2.1949554074504782e-196, -6.5995074859835155e-195],
  [-19.7, -2.1238575641414746e-85, -4.1839445445477853e-84, -8.2210232822339378e-83],
  [-8.5, -8.0576045988728206e-17, -6.8465049386970843e-16, -5.7367805312478589e-15],
  [-3, -0.0040496940948902836, -0.011945647204183927, -0.03102293888356605],
  [-1.5, -0.1002108019032871, -0.12746919222997953, -0.032379398916472932],
  [-0.25, -0.10032341857926907, 0.30462664511636397, 0.74916947630552034],
  [0.25, 0.14967658142073093, 0.69537335488363603, 0.74916947630552034],
  [1, 0.84134474606854295, 1.0833154705876863, 0.24197072451914335],
  [6, 5.9999999940804741, 1.0000000354687095, -2.0658001689399171e-7],
  [20, 20.0, 1.0, -2.1973374481395857e-85],
] as const;

const geluAt = (a: number): readonly number[] => {
  const [z, h1, h2] = [0, 1, 2].map(() => new Float64Array(1));
  gelu.evaluate(Float64Array.of(a), z, h1, h2);
  return [z[0], h1[0], h2[0]];
};

/**
 * `e^(x²) erfc(x) = (2/√π) ∫_0^∞ e^(−s²−2sx) ds`, with s = e^(u − e^(−u)), by the trapezoidal rule in u: its
 * error falls doubly exponentially (Takahasi & Mori 1974), and the step 1/32 is twice as fine as needed.
 */
function integral(x: number): number {
  let sum = 0;
  for (let u = -5; u <= 4; u += 1 / 32) {
    const s = Math.exp(u - Math.exp(-u));
    sum += Math.exp(-s * s - 2 * s * x) * s * (1 + Math.exp(-u));
  }
  return ((2 / Math.sqrt(Math.PI)) * sum) / 32;
}

describe('the error function', () => {
  test.each(ERF)('erf(%f)', (x, expected) => expectClose('erf', [erf(x)], [expected], ROUNDED));
  test.each(ERFC)('erfc(%f)', (x, expected) => expectClose('erfc', [erfc(x)], [expected], ROUNDED));

  test('equals the integral', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (x) => {
        // e^(x²) rounds like x² ε: 25 roundings at x = 5.
        expectClose('e^(x²) erfc(x)', [Math.exp(x * x) * erfc(x)], [integral(x)], 5e-15);
      }),
      { numRuns: 1000 },
    );
  });

  test('is odd, and erf + erfc = 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(erf(-x)).toBe(-erf(x));
        expectClose('erf + erfc', [erf(x) + erfc(x)], [1], 4e-16);
        expectClose('erfc(x) + erfc(−x)', [erfc(x) + erfc(-x)], [2], 4e-16);
      }),
      { numRuns: 2000 },
    );
  });

  test('has the slope (2/√π) e^(−x²)', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        const r = 1e-3;
        const central = (step: number): number => (erf(x + step) - erf(x - step)) / (2 * step);
        // Richardson from r and r/2: truncation r⁴ · 0.1, rounding ε/r = 2e-13.
        const slope = central(r / 2) + (central(r / 2) - central(r)) / 3;
        expectClose('erf′', [slope], [(2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)], 2e-12, 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('falls without steps where the methods meet, and past the smallest number', () => {
    for (const x of [-0.5, 0, 0.5, 2 * Math.PI, 6, 26, 27, 40]) {
      const [back, here, there] = [x - 1e-4, x, x + 1e-4].map(erfc);
      expect(back).toBeGreaterThanOrEqual(here);
      expect(here).toBeGreaterThanOrEqual(there);
    }
    expect([erf(-Infinity), erf(Infinity), erfc(-Infinity), erfc(Infinity)]).toEqual([-1, 1, 2, 0]);
    expect([erf(NaN), erfc(NaN)]).toEqual([NaN, NaN]);
    expect([erf(0), erf(-0)]).toEqual([0, -0]);
    expect([erfc(1e200), erfc(-1e200), erf(1e200)]).toEqual([0, 2, 1]);
  });
});

describe('gelu', () => {
  test.each(GELU)('keeps its digits at a = %f', (a, ...expected) => {
    const computed = geluAt(a);
    // a²/2 is split exactly; what is left is the rounding of a/√2 inside erfc's algebraic factor.
    expected.forEach((value, q) => expectClose(`derivative ${q}`, [computed[q]], [value], ROUNDED));
  });

  test('ends as a and as nothing', () => {
    expect(geluAt(Infinity)).toEqual([Infinity, 1, 0]);
    expect(geluAt(-Infinity)).toEqual([0, 0, 0]);
    expect(geluAt(1e200)).toEqual([1e200, 1, 0]);
    expect(geluAt(-1e200)).toEqual([0, 0, 0]);
    expect(geluAt(NaN)).toEqual([NaN, NaN, NaN]);
  });
});
