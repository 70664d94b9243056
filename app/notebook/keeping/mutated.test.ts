import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { readAnyFile } from '../../sharing/readFile.ts';
import { mutations } from '../../sharing/testing/mutations.ts';
import { notebooks } from '../testing/notebooks.ts';
import { notebookFileText } from './file.ts';
import { decodeNotebookLink, notebookLink, sealNotebookLink } from './link.ts';

const COUNT = 2000;
const JUNK = [
  '-',
  '9',
  '"',
  '}',
  '{',
  '[',
  ']',
  ',',
  ':',
  'null',
  '1e999',
  '-0',
  '"__proto__":1,',
  '\\',
  '\u0000',
  '"cells":[],',
];
const originals = fc.sample(notebooks, { seed: 3, numRuns: 20 });

/** What is opened must be within every limit: that bounds the work of whatever is done with it. */
function expectSound(notebook: Notebook): void {
  expect(notebook.cells.length).toBeLessThanOrEqual(NOTEBOOK_LIMITS.cells);
  for (const cell of notebook.cells) {
    if (cell.kind === 'text') expect(cell.text.length).toBeLessThanOrEqual(NOTEBOOK_LIMITS.text);
    if (cell.kind !== 'experiment') continue;
    const { parameters, network } = cell.experiment;
    expect(parameters).toHaveLength(topologyOf(network).W);
    expect(parameters.length).toBeLessThanOrEqual(LIMITS.parameters);
  }
  expect(parseNotebook(notebook)).toStrictEqual(notebook);
}

/** Opens a text: a sound notebook, or a sentence. */
function openText(text: string): boolean {
  let content;
  try {
    content = readAnyFile(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).constructor).not.toBe(TypeError);
    expect((error as Error).constructor).not.toBe(RangeError);
    expect((error as Error).message).toMatch(/^(?!internal).{3,400}$/s);
    return false;
  }
  if (content.kind === 'notebook') expectSound(content.notebook);
  return true;
}

it(`${COUNT} notebook files with characters changed are sound notebooks or refused with a sentence`, () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(30),
    insert: fc.constantFrom('', ...JUNK),
  });
  const mutant = fc.record({
    original: fc.constantFrom(...originals.map(notebookFileText)),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  });
  let refused = 0;
  for (const { original, changes } of fc.sample(mutant, { seed: 4, numRuns: COUNT })) {
    let text = original;
    for (const { at, remove, insert } of changes) {
      const from = Math.floor(at * text.length);
      text = text.slice(0, from) + insert + text.slice(from + remove);
    }
    if (!openText(text)) refused += 1;
  }
  expect(refused).toBeGreaterThan(COUNT / 2);
});

/** Every place in a value, as a path. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function withValue(value: unknown, [key, ...path]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const parts = value as Readonly<Record<string, unknown>>;
  const part = withValue(parts[key], path, put);
  return Array.isArray(value) ? value.with(Number(key), part) : { ...parts, [key]: part };
}

it(`${COUNT} notebook files with other values at any place are sound notebooks or refused with a sentence`, () => {
  const places = originals.map((original) => placesIn(original));
  const awkward = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(-1, 0.5, 1e300, 20_000, '', 'text', 'x'.repeat(30_000), [], {}, null, true),
  );
  const mutant = fc.record({ which: fc.nat(originals.length - 1), at: fc.nat(), value: awkward });
  for (const { which, at, value } of fc.sample(mutant, { seed: 5, numRuns: COUNT })) {
    const list = places[which] ?? [];
    const changed = withValue(originals[which], list[at % list.length] ?? [], value);
    openText(JSON.stringify(changed));
  }
});

const linkOf = (notebook: Notebook): readonly string[] => {
  const link = notebookLink(notebook);
  return link.kind === 'link' ? [link.fragment] : [];
};
const links = originals.flatMap(linkOf);

it(`${COUNT} altered links are refused, every one, with a sentence`, () => {
  expect(links.length).toBeGreaterThan(5);
  let altered = 0;
  for (const { link, mutant } of fc.sample(mutations(links), { seed: 6, numRuns: 1.2 * COUNT })) {
    if (mutant === link) continue;
    altered += 1;
    const decoded = decodeNotebookLink(mutant);
    if (decoded.ok || decoded.message === '') expect.unreachable(`was not refused: ${mutant}`);
  }
  expect(altered).toBeGreaterThanOrEqual(COUNT);
  for (const link of links) expect(decodeNotebookLink(link).ok).toBe(true);
});

it('links whose content was altered before they were sealed are sound notebooks or refused with a sentence', () => {
  const bytes = originals.map((original) => deflateSync(strToU8(notebookFileText(original))));
  const mutant = fc.record({
    packed: fc.constantFrom(...bytes),
    at: fc.nat(),
    flip: fc.integer({ min: 1, max: 255 }),
  });
  for (const { packed, at, flip } of fc.sample(mutant, { seed: 7, numRuns: COUNT })) {
    const place = at % packed.length;
    const decoded = decodeNotebookLink(sealNotebookLink(packed.with(place, (packed[place] ?? 0) ^ flip)));
    if (decoded.ok) expectSound(decoded.notebook);
    else expect(decoded.message).toMatch(/^(?!internal).{3,400}$/s);
  }
});
