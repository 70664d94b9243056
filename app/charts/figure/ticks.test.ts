import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tickText, ticksOf } from './ticks.ts';

/** Reads a tick's text as a person does. */
function read(text: string): number {
  const plain = text.replaceAll('−', '-');
  const [, sign = '', digits = '1', power] = /^(-?)(?:([\d.]+)×)?10<sup>(-?\d+)<\/sup>$/.exec(plain) ?? [];
  return power === undefined ? Number(plain) : Number(`${sign}${digits}e${power}`);
}

describe('the text of a tick', () => {
  test('is read as the number that it stands for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -14, max: 12 }), (digits, power) => {
        const value = Number(`${digits}e${power}`);
        expect(read(tickText(value))).toBe(value);
      }),
    );
  });

  test.each([
    [0, '0'],
    [-0.25, '−0.25'],
    [1e-7, '10<sup>−7</sup>'],
    [-3e8, '−3×10<sup>8</sup>'],
    [0.1 + 0.2, '0.3'],
  ])('%d is set as %s', (value, text) => expect(tickText(value)).toBe(text));
});

const log = { type: 'log' } as const;
const textsOf = (ticks: ReturnType<typeof ticksOf>): string[] => ticks.map(({ text }) => text);

describe('ticks', () => {
  test('stand within the ends, rising, where their texts say', () => {
    const ends = fc.tuple(
      fc.double({ min: -9, max: 6, noNaN: true }),
      fc.double({ min: 0.01, max: 12, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.constantFrom('log' as const, 'linear' as const), ([low, width], type) => {
        const high = low + width;
        const ticks = ticksOf({ type }, low, high, 6);
        ticks.forEach(({ at, text }, k) => {
          expect(at).toBeGreaterThanOrEqual(low - 1e-9);
          expect(at).toBeLessThanOrEqual(high + 1e-9);
          expect(at).toBeGreaterThan(ticks[k - 1]?.at ?? -Infinity);
          const value = type === 'log' ? 10 ** at : at;
          expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(
            1e-9 * Math.max(1e-12, Math.abs(value)) + 1e-15,
          );
        });
      }),
    );
  });

  test('of many decades are powers, all set in one way', () =>
    expect(textsOf(ticksOf(log, -6, 2, 9))).toEqual([
      ...[-6, -5, -4, -3, -2, -1].map((power) => `10<sup>−${-power}</sup>`),
      '1',
      '10',
      '10<sup>2</sup>',
    ]));

  test('of one decade are 1, 2 and 5', () =>
    expect(textsOf(ticksOf(log, 0, 1.1, 6))).toEqual(['1', '2', '5', '10']));

  test('within less than a step of digits are round numbers', () =>
    expect(textsOf(ticksOf(log, Math.log10(1.11), Math.log10(1.19), 4))).toEqual([
      '1.12',
      '1.14',
      '1.16',
      '1.18',
    ]));

  test('that are given keep their texts', () =>
    expect(ticksOf({ ...log, tickvals: [1, 10, 1000], ticktext: ['a', 'b', 'c'] }, 0, 2, 6)).toEqual([
      { at: 0, text: 'a' },
      { at: 1, text: 'b' },
    ]));
});
