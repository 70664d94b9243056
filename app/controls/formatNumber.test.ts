import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from './formatNumber.ts';

/** Reads a formatted number back, knowing nothing of how it was made. */
function readBack(text: string): number {
  const plain = text
    .replaceAll('−', '-')
    .replace('×10', 'e')
    .replaceAll('⁻', '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
  return Number(plain);
}

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-4.1041, '−4.104'],
    [0.16, '0.16'],
    [2.5, '2.5'],
    [100, '100'],
    [0.0001, '0.0001'],
    [0.00012346, '0.0001235'],
    [0.0000999996, '0.0001'],
    [0.00001, '1×10⁻⁵'],
    [-0.0000123456, '−1.235×10⁻⁵'],
    [12345, '12345'],
    [123456.7, '123457'],
    [999_999.7, '1×10⁶'],
    [1e6, '1×10⁶'],
    [-1.5e300, '−1.5×10³⁰⁰'],
    [5e-324, '4.941×10⁻³²⁴'],
    [NaN, '—'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('%d reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('keeps as many significant digits as asked', () => {
    expect(formatNumber(Math.PI, 2)).toBe('3.1');
    expect(formatNumber(Math.PI, 9)).toBe('3.14159265');
    expect(formatNumber(0.99996, 4)).toBe('1');
    expect(formatNumber(7, 1)).toBe('7');
  });

  it('says what the number is to that many digits, with no ASCII minus', () => {
    const digits = 4;
    const finite = fc.double({ noNaN: true, min: -1e307, max: 1e307 });
    fc.assert(
      fc.property(finite, (value) => {
        const text = formatNumber(value, digits);
        expect(text).not.toMatch(/-|e|NaN|\.$|\.\d*0(×|$)/);
        expect(Math.abs(readBack(text) - value)).toBeLessThanOrEqual(
          0.5000001 * 10 ** (1 - digits) * Math.abs(value) + Number.MIN_VALUE,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
