import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textCounts, textExcess } from './bounds.ts';

describe('what is counted before a text is parsed', () => {
  it('squares the marks of each paragraph, and of it alone', () => {
    expect(textCounts('*a* *b*').markPairs).toBe(4 ** 2);
    expect(textCounts('*a*\n*b*').markPairs).toBe(4 ** 2);
    expect(textCounts('*a*\n\n*b*').markPairs).toBe(2 * 2 ** 2);
    expect(textCounts('- *a*\n- *b*').markPairs).toBe(2 * 2 ** 2);
  });

  it('adds up over texts set apart by an empty line', () => {
    const text = fc.string({ unit: fc.constantFrom('*', '$', 'a', '>', '- ', '\n', '|', '&', ' ') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [first, second, both] = [textCounts(a), textCounts(b), textCounts(`${a}\n\n${b}`)];
        for (const name of ['lines', 'marks', 'markPairs', 'containers', 'pipes'] as const)
          expect(both[name]).toBe(first[name] + second[name]);
        expect(both.depth).toBe(Math.max(first.depth, second.depth));
      }),
    );
  });

  it('never takes the depth of quotes and lists for less than it is', () => {
    const mark = fc.constantFrom('>', '> ', '- ', '* ', '+ ', '1. ', '12) ');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
        expect(textCounts(`${marks.join('')}a`).depth).toBeGreaterThanOrEqual(marks.length);
      }),
    );
    for (let depth = 1; depth < 30; depth += 1) {
      const nested = Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a`).join('\n');
      expect(textCounts(nested).depth).toBeGreaterThanOrEqual(depth);
    }
  });

  it.each([
    ['*a'.repeat(10_000), '10,000 marks such as * and $, at most 4,000 are set'],
    ['*a'.repeat(1_000), null],
    ['*a'.repeat(1_001), '1,002,001 pairs of marks in its paragraphs, at most 1,000,000 are set'],
    ['> '.repeat(10_000), '14,999 quotes and lists inside each other, at most 16 are set'],
    ['a\n'.repeat(801), '801 lines, at most 800 are set'],
    [`a ${'b'.repeat(2_001)} c`, '2,001 characters without a space, at most 2,000 are set'],
    ['a'.repeat(20_001), '20,001 characters, at most 20,000 are set'],
  ])('%#: says what there is too much of', (source, reason) => {
    expect(textExcess(source)).toBe(reason);
  });

  it('lets a long honest text through', () => {
    const paragraph =
      'The **Hessian** of a network with $W$ weights has $W^2$ entries; see [PRML](https://a.b), section *5.4*. ';
    const text = `${paragraph.repeat(4)}\n\n- ${paragraph}\n- ${paragraph}\n\n| a | b |\n|--|--|\n| $x$ | 1 |\n\n`;
    expect(textExcess(text.repeat(20).slice(0, 20_000))).toBeNull();
  });
});
