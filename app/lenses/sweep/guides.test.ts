import { describe, expect, test } from 'vitest';
import { sweepSteps } from '../../../engine/experiment/sweepSteps.ts';
import type { SweepReply } from '../../../workers/protocol.ts';
import { bestStep, digitsLost, UNIT_ROUNDOFF } from './bestStep.ts';
import { guidesOf, slopeName } from './guides.ts';
import { mergeSweep } from './mergeSweep.ts';
import { sweepPieces } from './sweepPieces.ts';

function sweepOf(error: (step: number, q: number) => number): SweepReply {
  const errors = sweepSteps.map(error);
  return {
    steps: sweepSteps,
    errors: { oneSided: errors, central: errors, fourPoint: errors },
    sizes: { oneSided: 1, central: 1, fourPoint: 1 },
    slopes: {
      oneSided: { truncation: 1, cancellation: -1 },
      central: { truncation: 2, cancellation: -1 },
      fourPoint: { truncation: 2, cancellation: -2 },
    },
    operations: { oneSided: 2, central: 2, fourPoint: 1, product: 3, gradient: 1 },
    value: 1,
    length: 1,
    entry: null,
    ownError: 1e-16,
  };
}

/** Rounding as dice, the same for every run: factors from 1/3 to 1. */
const dice = (q: number): number => 1 / 3 + (2 / 3) * Math.abs(Math.sin(12.9898 * (q + 1)));

describe('a curve that follows theory', () => {
  const sweep = sweepOf((r, q) => 5 * r ** 2 + (dice(q) * 1e-16) / r);

  test('has both guides, at its own levels', () => {
    const [right, left] = guidesOf(sweep, 'central');
    expect(right).toMatchObject({ branch: 'truncation', slope: 2 });
    expect(right?.level).toBeCloseTo(5, 1);
    expect(left).toMatchObject({ branch: 'cancellation', slope: -1 });
    expect(left?.level).toBeGreaterThan(1e-16 / 3);
    expect(left?.level).toBeLessThan(1e-16);
  });

  test('guides lie on their own side of the best step', () => {
    const best = bestStep(sweep, 'central');
    const [right, left] = guidesOf(sweep, 'central');
    expect(right?.from).toBeGreaterThan(best?.step ?? NaN);
    expect(left?.to).toBeLessThan(best?.step ?? NaN);
    // 10 r³ = 1e-16 and dice: between 1e-6 and 1e-5.
    expect(Math.abs(Math.log10((best?.step ?? NaN) / 2e-6))).toBeLessThan(0.7);
  });

  test('has none of another power', () => {
    expect(guidesOf(sweep, 'oneSided').map(({ branch }) => branch)).toEqual(['cancellation']);
  });
});

test('a kink has no truncation guide: its error is level, then gone', () => {
  const kinked = sweepOf((r, q) => (r > 1e-3 ? 0.2 : 0) + (dice(q) * 1e-16) / r);
  expect(guidesOf(kinked, 'central').map(({ branch }) => branch)).toEqual(['cancellation']);
});

test('nothing finite, or absolute errors: no guides and no best step', () => {
  const broken = sweepOf(() => NaN);
  expect(bestStep(broken, 'central')).toBeNull();
  expect(guidesOf(broken, 'central')).toEqual([]);
  const absolute = { ...sweepOf((r) => r ** 2), sizes: { oneSided: 0, central: 0, fourPoint: 0 } };
  expect(guidesOf(absolute, 'central')).toEqual([]);
});

test('digits are lost against R{·}, or against half an ulp', () => {
  expect(digitsLost(1e-10, 1e-15)).toBeCloseTo(5, 12);
  expect(digitsLost(1e-10, 0)).toBeCloseTo(Math.log10(1e-10 / UNIT_ROUNDOFF), 12);
  expect(digitsLost(1e-10, NaN)).toBeCloseTo(Math.log10(1e-10 / UNIT_ROUNDOFF), 12);
  expect(digitsLost(0, 0)).toBe(0);
});

test('powers by name', () => {
  expect([1, 2, -1, -2].map((slope) => slopeName('r', slope))).toEqual(['r', 'r²', 'r⁻¹', 'r⁻²']);
});

test('pieces put together are the whole', () => {
  const whole = sweepOf((r) => r);
  const cut = (from: number, to?: number): SweepReply => ({
    ...whole,
    steps: whole.steps.slice(from, to),
    errors: {
      oneSided: whole.errors.oneSided.slice(from, to),
      central: whole.errors.central.slice(from, to),
      fourPoint: whole.errors.fourPoint.slice(from, to),
    },
  });
  expect(mergeSweep([cut(0, 7), { ...cut(7, 20), ownError: NaN }, cut(20)])).toEqual(whole);
  expect(mergeSweep([])).toBeNull();
});

test('small problems are one call, large ones several that hold every step once', () => {
  const problem = (units: number, N: number) => ({
    network: {
      input: [2],
      layers: [
        { name: 'h', kind: 'dense' as const, units, activation: 'tanh' as const, from: ['input'] },
        { name: 'y', kind: 'dense' as const, units: 1, activation: 'identity' as const, from: ['h'] },
      ],
    },
    batch: { N, inputs: new Float64Array(2 * N), targets: new Float64Array(N) },
  });
  expect(sweepPieces(problem(6, 200))).toEqual([sweepSteps]);
  const pieces = sweepPieces(problem(256, 2000));
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.flat()).toEqual(sweepSteps);
});
