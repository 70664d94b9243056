import { expect, test } from 'vitest';
import { texFactor, texNumber, texProduct } from './texNumber.ts';

test('three digits, a minus sign that KaTeX sets as one', () => {
  expect(texNumber(-1.2345)).toBe('-1.23');
  expect(texNumber(1.2346, 4)).toBe('1.235');
  expect(texNumber(0)).toBe('0');
});

test('powers of ten stay in one piece', () => {
  expect(texNumber(-1.25e-7)).toBe(String.raw`{-1.25{\times}10^{-7}}`);
  expect(texNumber(2e12)).toBe(String.raw`{2{\times}10^{12}}`);
});

test('what is no number is set as such', () => {
  expect(texNumber(NaN)).toBe(String.raw`\text{—}`);
  expect(texNumber(-Infinity)).toBe(String.raw`-\infty`);
});

test('negative factors stand in parentheses', () => {
  expect(texFactor(-2)).toBe('(-2)');
  expect(texProduct([1.5, -0.25])).toBe(String.raw`1.5\times (-0.25)`);
});
