import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIds, formats } from './format.ts';
import type { FormatId } from './format.ts';
import { createOwnChanges } from './ownChanges.ts';
import { textDiff } from './textDiff.ts';

/** A text whose selection stands between ‹ and ›. */
function apply(id: FormatId, marked: string): string {
  const from = marked.indexOf('‹');
  const text = marked.replace('‹', '').replace('›', '');
  const change = formats[id].apply(text, from, marked.indexOf('›') - 1);
  const after = text.slice(0, change.from) + change.insert + text.slice(change.to);
  const [start, end] = change.selection;
  return `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`;
}

describe('formats', () => {
  it.each([
    ['bold', 'a ‹b› c', 'a **‹b›** c'],
    ['bold', 'a **‹b›** c', 'a ‹b› c'],
    ['italic', '**‹b›**', '***‹b›***'],
    ['italic', '‹›', '*‹italic›*'],
    ['formula', 'so ‹x›', 'so $‹x›$'],
    ['link', 'see ‹this›', 'see [this](‹https://›)'],
    ['heading', 'a\nb‹›c\nd', 'a\n## b‹›c\nd'],
    ['heading', '## a‹›', 'a‹›'],
    ['list', '‹a\nb›', '- ‹a\n- b›'],
    ['list', '- ‹a\n- b›', '‹a\nb›'],
  ] as const)('%s: %s', (id, before, after) => {
    expect(apply(id, before)).toBe(after);
  });

  it('select within the text they make', () => {
    const cases = fc.tuple(fc.string({ unit: fc.constantFrom('a', '\n', '*', '- ') }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(fc.constantFrom(...formatIds), cases, (id, [text, a, b]) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const { insert, selection, ...cut } = formats[id].apply(text, from, to);
        const length = text.length - (cut.to - cut.from) + insert.length;
        expect(selection[0]).toBeGreaterThanOrEqual(0);
        expect(selection[0]).toBeLessThanOrEqual(selection[1]);
        expect(selection[1]).toBeLessThanOrEqual(length);
      }),
    );
  });
});

it('one replacement leads from any text to any other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = textDiff(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      expect(from).toBeLessThanOrEqual(to);
    }),
  );
});

it('a text handed on is known when it comes back, late or not at all; another is not', () => {
  const own = createOwnChanges();
  ['a', 'ab', 'abc'].forEach(own.sent);
  expect(own.isOwn('a')).toBe(true);
  expect(own.isOwn('abc')).toBe(true);
  expect(own.isOwn('ab')).toBe(false);
  expect(own.isOwn('undone')).toBe(false);
});
