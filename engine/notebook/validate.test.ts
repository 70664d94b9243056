import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../experiment/document.ts';
import { lensIds } from '../experiment/lenses.ts';
import { NOTEBOOK_LIMITS } from './limits.ts';
import { plainLine, plainText } from './plainText.ts';
import { parseNotebook } from './validate.ts';
import { studySettings } from './studies/index.ts';

const EXPERIMENT = {
  version: VERSION,
  network: {
    input: [2],
    layers: [{ name: 'output', kind: 'dense', units: 1, activation: 'logistic', from: ['input'] }],
  },
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  data: { set: 'xor', count: 8, noise: 0.1, seed: 1 },
  parameters: [1, -0, 2],
};
const TEXT = { id: 'c1', kind: 'text', text: 'a' };
const experiment = (change: object = {}, id = 'c2') => ({
  id,
  kind: 'experiment',
  experiment: { ...EXPERIMENT, ...change },
  panels: ['data'],
});
const notebook = (...cells: unknown[]) => ({ version: 1, title: 'A', cells });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Four cells before the one in question, so that the number in the message is not the first. */
const before = times(3, (n) => ({ ...TEXT, id: `before-${n}` }));

describe('messages name cell, field, value and what is allowed', () => {
  it.each([
    [{ ...TEXT, text: 'x'.repeat(30_000) }, 'cells[3].text has 30000 characters: allowed 0 to 20000'],
    [{ ...TEXT, text: 7 }, 'cells[3].text is 7: a text is needed'],
    [
      { ...TEXT, text: 'bell \u0007' },
      'cells[3].text is bell \ufffd: allowed printable characters, line ends and tabs',
    ],
    [{ ...TEXT, text: 'turned \u202e' }, 'cells[3].text is turned \ufffd: allowed printable'],
    [{ ...TEXT, text: 'half \ud83d' }, 'cells[3].text is half \ufffd: allowed printable'],
    [{ ...TEXT, colour: 1 }, 'unknown field: cells[3].colour'],
    [{ id: 'c1', kind: 'text' }, 'missing field: cells[3].text'],
    [{ id: 'c1', text: 'a' }, 'missing field: cells[3].kind'],
    [{ ...TEXT, kind: 'film' }, 'cells[3]: unknown cell kind: film'],
    [{ ...TEXT, kind: '__proto__' }, 'cells[3]: unknown cell kind: __proto__'],
    [{ ...TEXT, id: 'C 1' }, 'cells[3].id is C 1: allowed 1 to 40 of a–z, 0–9 and -'],
    [{ ...TEXT, id: 'c'.repeat(41) }, 'allowed 1 to 40 of'],
    [{ ...TEXT, id: '' }, 'cells[3].id is : allowed 1 to 40 of'],
    [{ ...TEXT, id: 'before-1' }, 'cells[3].id is taken: before-1'],
    [null, 'cells[3] is null: an object is needed'],
    [{ id: 'c1', kind: 'matrix', matrix: 'hinge' }, 'cells[3]: unknown matrix: hinge'],
    [{ id: 'c1', kind: 'inverse', matrix: 'kfac' }, 'cells[3]: unknown matrix: kfac'],
    [{ id: 'c1', kind: 'study', study: 'sailing', settings: {} }, 'cells[3]: unknown study: sailing'],
    [
      {
        id: 'c1',
        kind: 'study',
        study: 'recurrent',
        settings: { ...studySettings.recurrent.defaults, units: 99 },
      },
      'cells[3].settings.units is 99: allowed 2 to 8',
    ],
    [
      { id: 'c1', kind: 'controls', parameters: times(25, (n) => n) },
      'cells[3].parameters has 25 entries: allowed 0 to 24',
    ],
    [{ id: 'c1', kind: 'controls', parameters: [0.5] }, 'cells[3].parameters[0] is 0.5: allowed 0 to 19999'],
    [{ id: 'c1', kind: 'lens', lens: 'film', settings: {} }, 'cells[3]: unknown lens: film'],
    [
      { id: 'c1', kind: 'lens', lens: 'sweep', settings: { of: 'all' } },
      'cells[3].settings: unknown sweep: all',
    ],
    [{ id: 'c1', kind: 'lens', lens: 'sweep', settings: { step: 1 } }, 'field: cells[3].settings.'],
    [
      { id: 'c1', kind: 'lens', lens: 'sweep', settings: null },
      'cells[3].settings is null: an object is needed',
    ],
    [{ ...experiment(), panels: ['data', 'data'] }, 'cells[3].panels is repeated: data'],
    [{ ...experiment(), panels: ['film'] }, 'cells[3]: unknown panel: film'],
    [{ ...experiment(), experiment: null }, 'cells[3].experiment is null: an object is needed'],
    [{ ...experiment(), experiment: {} }, 'missing field: cells[3].experiment.version'],
    [experiment({ colour: 1 }), 'unknown field: cells[3].experiment.colour'],
    [experiment({ parameters: [1] }), 'cells[3].experiment.parameters has 1 entries, network needs 3'],
    [experiment({ weightDecay: -1 }), 'cells[3].experiment.weightDecay is -1: allowed 0 to 1000000'],
    [experiment({ loss: { kind: 'hinge', reduction: 'sum' } }), 'cells[3].experiment: unknown loss: hinge'],
    [
      experiment({ network: { input: [3], layers: EXPERIMENT.network.layers } }),
      'cells[3].experiment.network.input is 3: allowed 2',
    ],
  ])('%j', (cell, message) => {
    expect(() => parseNotebook(notebook(...before, cell))).toThrow(message);
  });

  it.each([
    [{ version: 1 }, 'missing field: cells'],
    [{ version: 1, title: 'x'.repeat(121), cells: [] }, 'allowed 0 to 120 characters'],
    [{ version: 1, title: 'two\nlines', cells: [] }, 'allowed printable characters only'],
    [{ version: 1, page: '', cells: [] }, 'page is : allowed 1 to 40 characters'],
    [{ version: 1, cells: {} }, 'cells is an object: a list is needed'],
    [notebook(...times(201, (n) => ({ ...TEXT, id: `c${n}` }))), 'cells has 201 entries: allowed 0 to 200'],
    [notebook(...times(41, (n) => experiment({}, `c${n}`))), 'cells has 41 experiments: allowed 0 to 40'],
  ])('%#', (value, message) => {
    expect(() => parseNotebook(value)).toThrow(message);
  });
});

it('what is at the limits opens', () => {
  const full = notebook(
    ...times(NOTEBOOK_LIMITS.experiments, (n) => experiment({}, `e${n}`)),
    { ...TEXT, id: 'a'.repeat(NOTEBOOK_LIMITS.id), text: '\t\n'.repeat(NOTEBOOK_LIMITS.text / 2) },
    ...times(NOTEBOOK_LIMITS.cells - NOTEBOOK_LIMITS.experiments - 1, (n) => ({
      id: `k${n}`,
      kind: 'controls',
      parameters: times(NOTEBOOK_LIMITS.controls, () => 19_999),
    })),
  );
  expect(parseNotebook(full).cells).toHaveLength(NOTEBOOK_LIMITS.cells);
  expect(parseNotebook({ version: 1, cells: [] })).toStrictEqual({ version: 1, title: '', cells: [] });
});

it('what it made of a notebook it leaves as it is', () => {
  const opened = parseNotebook(notebook(TEXT, experiment()));
  expect(parseNotebook(opened)).toStrictEqual(opened);
});

it('settings of one lens are refused for every other that has no such fields', () => {
  for (const lens of lensIds) {
    const cell = { id: 'c1', kind: 'lens', lens, settings: { step: 1 } };
    const open = () => parseNotebook(notebook(cell));
    if (lens === 'stepper') expect(open).not.toThrow();
    else expect(open).toThrow('cells[0].settings');
  }
});

it('too many experiments are refused before the first is looked at', () => {
  let looks = 0;
  const cells = times(41, (n) => ({
    ...experiment({}, `c${n}`),
    experiment: new Proxy({}, { ownKeys: () => ((looks += 1), []) }),
  }));
  expect(() => parseNotebook(notebook(...cells))).toThrow('41 experiments');
  expect(looks).toBe(0);
});

describe('plain text', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });

  it('of anything is what a cell may hold, and stays what it is', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 50 }), (text, longest) => {
        const plain = plainText(text, longest);
        expect(plain.length).toBeLessThanOrEqual(longest);
        expect(plainText(plain, longest)).toBe(plain);
        expect(parseNotebook(notebook({ ...TEXT, text: plain })).cells[0]).toMatchObject({ text: plain });
        expect(parseNotebook({ ...notebook(), title: plainLine(text, longest) }).title).not.toContain('\n');
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps line ends, tabs and letters of all kinds', () => {
    expect(plainText('a\r\nb\rc\u2028d\te\u0000\u0007\u202e é🙂👩‍👩‍👧', 100)).toBe('a\nb\nc\nd\te é🙂👩‍👩‍👧');
    expect(plainText('ab🙂', 3)).toBe('ab');
  });
});
