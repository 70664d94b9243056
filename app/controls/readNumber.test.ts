import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, stepNumber } from './readNumber.ts';

describe('readNumber', () => {
  const units = { min: 1, max: 256, integer: true };

  it.each([
    ['10000', 'units is 10000: allowed 1 to 256'],
    ['0', 'units is 0: allowed 1 to 256'],
    ['2.5', 'units is 2.5: allowed whole numbers, 1 to 256'],
    ['', 'units is empty: allowed 1 to 256'],
    ['six', 'units is six: allowed 1 to 256'],
    ['1e999', 'units is 1e999: allowed 1 to 256'],
  ])('refuses %j', (text, message) => {
    expect(() => readNumber('Units', text, units)).toThrow(new Error(message));
  });

  it('keeps a symbol’s capital, and the field’s own words for what is allowed', () => {
    expect(() => readNumber('N', 'x', {})).toThrow('N is x: allowed any number');
    expect(() => readNumber('Rate', '0', { min: 1, allowed: 'above 0' })).toThrow(
      'rate is 0: allowed above 0',
    );
    expect(() => readNumber('Shift', '−3', { min: -2 })).toThrow('shift is −3: allowed −2 or more');
  });

  it('reads every finite number back to the last bit, with either minus sign', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = Object.is(value, -0) ? '-0' : String(value);
        expect(readNumber('Weight', text, {})).toBe(value);
        expect(readNumber('Weight', ` ${text.replaceAll('-', '−')} `, {})).toBe(value);
      }),
    );
  });
});

describe('stepNumber', () => {
  it('steps in clean decimals and stops at the limits', () => {
    expect(stepNumber(0.1, 0.2, {})).toBe(0.3);
    expect(stepNumber(255.5, 1, { max: 256 })).toBe(256);
    expect(stepNumber(1, -10, { min: 0 })).toBe(0);
  });
});
