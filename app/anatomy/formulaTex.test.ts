import katex from 'katex';
import { expect, test } from 'vitest';
import type { EntryFormula } from '../../workers/protocol.ts';
import { numbersTex, sumsTex, symbolsTex } from './formulaTex.ts';

const formulas: readonly EntryFormula[] = [
  { form: 'output-output', z: [0.5, 1], M: 0.25 },
  { form: 'hidden-hidden', x: [1.5, -2], h1: [0.3, 0.2], bend: { h2: -0.1, e: 3 }, wMw: 0.7 },
  { form: 'hidden-hidden', x: [1.5, -2], h1: [0.3, 0.2], bend: null, wMw: -0.7 },
  { form: 'hidden-output', x: 1.31, h1: 0.42, delta: -2.16, z: 0.87, wM: -6.09 },
  { form: 'paths', z: [1, 2], JMJ: 0.3, bends: 1e-9, change: { slope: 0.2, delta: -4 }, paths: [6, 1] },
  { form: 'paths', z: [1, 2], JMJ: 0.3, bends: null, change: null, paths: [1, 1] },
  { form: 'paths', z: [1, 2], JMJ: null, bends: null, change: { slope: 0.2, delta: -4 }, paths: [0, 1] },
  { form: 'paths', z: [1, 2], JMJ: null, bends: null, change: null, paths: [0, 0] },
];

test('every formula can be set, in symbols and in numbers, for a sum and for a mean', () => {
  for (const formula of formulas) {
    for (const c of [1, 1 / 120]) {
      for (const tex of [symbolsTex(formula), numbersTex(formula, c, 120)])
        expect(katex.renderToString(tex, { throwOnError: true })).toContain('katex');
    }
  }
  expect(katex.renderToString(sumsTex(-1.19, -2.914, 0.01, -4.094), { throwOnError: true })).toContain(
    'katex',
  );
});

test('PRML 5.95 with its numbers', () => {
  expect(
    numbersTex({ form: 'hidden-output', x: 1.31, h1: 0.42, delta: -2.16, z: 0.87, wM: -6.09 }, 1, 9),
  ).toBe(
    String.raw`1.31\times 0.42\times\{\underbrace{-2.16}_{\delta}+\underbrace{0.87\times (-6.09)}_{M}\}`,
  );
});

test('a mean over patterns is a factor of all that stands there', () => {
  const formula = { form: 'paths', z: [1, 2], JMJ: 3, bends: null, paths: [1, 1] } as const;
  expect(numbersTex({ ...formula, change: { slope: 2, delta: 5 } }, 0.5, 2)).toBe(
    String.raw`\tfrac1{2}\times [1\times 2\times\{\underbrace{3}_{M}\}+\underbrace{1\times 2\times 5}_{\delta}]`,
  );
  expect(numbersTex({ ...formula, change: null }, 0.5, 2)).toBe(
    String.raw`\tfrac1{2}\times 1\times 2\times\{\underbrace{3}_{M}\}`,
  );
});
