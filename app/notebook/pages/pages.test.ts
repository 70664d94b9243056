import katex from 'katex';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { routeOf } from '../../shell/route.ts';
import { studies } from '../../studies/index.ts';
import { pages } from './index.ts';

/** Words in a minute, and the time that a displayed formula and a question to the figures take. */
const WORDS_A_MINUTE = 180;
const MINUTES_A_FORMULA = 1 / 6;
const MINUTES_A_QUESTION = 0.5;

const loaded = new Map<string, Notebook>();
beforeAll(async () => {
  for (const { id, load } of pages) loaded.set(id, await load());
});

function notebookOf(id: string): Notebook {
  const notebook = loaded.get(id);
  if (notebook === undefined) throw new Error(`no page: ${id}`);
  return notebook;
}

/** All texts of a page, in their order. */
const textsOf = ({ cells }: Notebook): readonly string[] =>
  cells.flatMap((cell) => {
    if (cell.kind === 'text') return [cell.text];
    return cell.kind === 'check' ? [cell.question, cell.answer] : [];
  });

const formulasOf = (text: string) => {
  const displays = Array.from(text.matchAll(/^\$\$\n([\s\S]*?)\n\$\$$/gm), ([, tex = '']) => tex);
  const rest = text.replace(/^\$\$\n[\s\S]*?\n\$\$$/gm, '');
  const inlines = Array.from(rest.matchAll(/\$([^$]+)\$/g), ([, tex = '']) => tex);
  return { displays, inlines, prose: rest.replace(/\$[^$]+\$/g, ' formula ') };
};

const wordsOf = (notebook: Notebook): number =>
  textsOf(notebook).reduce(
    (sum, text) => sum + (formulasOf(text).prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );

/** It shows the experiment above it. */
const isFigure = (cell: Notebook['cells'][number]): boolean =>
  cell.kind === 'study' ? studies[cell.study].follows : cell.kind !== 'text' && cell.kind !== 'check';

const isQuestion = ({ kind }: Notebook['cells'][number]): boolean => kind === 'check';
const triesOf = (notebook: Notebook): number =>
  textsOf(notebook).reduce((sum, text) => sum + (text.match(/^> \*\*Try it\*\*$/gm)?.length ?? 0), 0);

test('ids are unique and fit an address', () => {
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  for (const { id } of pages) expect(routeOf(`#page/${id}`)).toEqual({ view: 'page', id });
});

test('the pages on section 5.4 together are read in an hour', () => {
  const section = pages.filter(({ subject }) => subject === 'section');
  expect(section.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(60);
});

describe.each(pages)('$id', ({ id, minutes, subject }) => {
  test('is a notebook as it stands, and says which page it is', () => {
    const notebook = notebookOf(id);
    expect(parseNotebook(JSON.parse(JSON.stringify(notebook)))).toEqual(notebook);
    expect(notebook.page).toBe(id);
    expect(notebook.title).not.toBe('');
  });

  test('has formulas that can all be set', () => {
    for (const text of textsOf(notebookOf(id))) {
      const { displays, inlines, prose } = formulasOf(text);
      for (const tex of displays) katex.renderToString(tex, { displayMode: true, throwOnError: true });
      for (const tex of inlines) katex.renderToString(tex, { throwOnError: true });
      // A dollar sign or a backslash left over would be a formula that was not closed.
      expect(prose).not.toMatch(/[$\\]/);
    }
  });

  test('links to pages that there are, and at its end on to the next', () => {
    const notebook = notebookOf(id);
    const targets = textsOf(notebook).flatMap((text) =>
      Array.from(text.matchAll(/\]\(([^)]*)\)/g), ([, target = '']) => target),
    );
    for (const target of targets) expect(pages.map((page) => `#page/${page.id}`)).toContain(target);
    const next = pages[pages.findIndex((page) => page.id === id) + 1] ?? pages[0];
    expect(textsOf(notebook).at(-1)?.split('\n\n').at(-1)).toContain(`(#page/${next?.id ?? ''})`);
  });

  test('shows every matrix that a cell asks for, and entries, parameters and patterns that there are', () => {
    let governs: Extract<Notebook['cells'][number], { kind: 'experiment' }>['experiment'] | null = null;
    for (const cell of notebookOf(id).cells) {
      if (cell.kind === 'experiment') governs = cell.experiment;
      else if (isFigure(cell)) expect(governs, cell.id).not.toBeNull();
      if (cell.kind === 'matrix') expect(governs?.view.matrices).toContain(cell.matrix);
      if (cell.kind === 'anatomy') expect(governs?.view.entry).toBeDefined();
      if (cell.kind === 'lens' && cell.lens === 'differences')
        expect(governs?.view.matrices).toContain(cell.settings.matrix);
      if (cell.kind === 'controls')
        for (const index of cell.parameters) expect(governs?.parameters[index]).toBeDefined();
      // Small enough that everything follows a drag.
      expect(governs?.parameters.length ?? 0).toBeLessThanOrEqual(subject === 'section' ? 60 : 200);
    }
  });

  test('asks something to try and something to check, after the figure it is about', () => {
    const notebook = notebookOf(id);
    const { cells } = notebook;
    const first = cells.findIndex(({ kind }) => kind === 'experiment' || kind === 'study');
    expect(first).toBeGreaterThanOrEqual(0);
    expect(cells.findIndex(isQuestion)).toBeGreaterThan(first);
    // The exercises are questions throughout.
    if (id !== 'exercises') expect(triesOf(notebook)).toBeGreaterThan(0);
  });

  test('takes about the minutes that it says', () => {
    const notebook = notebookOf(id);
    const questions = notebook.cells.filter(isQuestion).length + triesOf(notebook);
    const displays = textsOf(notebook).reduce((sum, text) => sum + formulasOf(text).displays.length, 0);
    const expected =
      wordsOf(notebook) / WORDS_A_MINUTE + MINUTES_A_FORMULA * displays + MINUTES_A_QUESTION * questions;
    expect(Math.abs(minutes - expected), `${minutes} for ${expected}`).toBeLessThan(0.6);
  });
});
