import { describe, expect, it } from 'vitest';
import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';
import { type Cell, type Notebook, NOTEBOOK_VERSION } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { setWeightDecay } from '../../state/edits/loss.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import {
  changeCell,
  changeExperiment,
  duplicateCell,
  freeId,
  insertCell,
  moveCell,
  removeCell,
  setPage,
  setTitle,
} from './commands.ts';

const text = (id: string, words = id): Cell => ({ id, kind: 'text', text: words });
const experiment = (id: string): Cell => ({
  id,
  kind: 'experiment',
  experiment: startingExperiment,
  panels: ['data'],
});
const of = (...cells: Cell[]): Notebook => ({ version: NOTEBOOK_VERSION, title: 'A', cells });
const idsOf = ({ cells }: Notebook): string => cells.map(({ id }) => id).join(' ');
const abc = of(text('a'), text('b'), text('c'));
const many = (count: number, make: (id: string) => Cell): Notebook =>
  of(...Array.from({ length: count }, (_, n) => make(`c${n + 1}`)));

it('the first free id is the smallest that no cell has', () => {
  expect(freeId(of())).toBe('c1');
  expect(freeId(of(text('c1'), text('c3')))).toBe('c2');
  expect(freeId(abc)).toBe('c1');
});

it.each([
  [insertCell(0, text('x')), 'x a b c'],
  [insertCell(2, text('x')), 'a b x c'],
  [insertCell(99, text('x')), 'a b c x'],
  [insertCell(-1, text('x')), 'x a b c'],
  [removeCell('b'), 'a c'],
  [duplicateCell('b', 'x'), 'a b x c'],
  [moveCell('a', 1), 'b a c'],
  [moveCell('a', 2), 'b c a'],
  [moveCell('c', 0), 'c a b'],
  [moveCell('c', 1), 'a c b'],
  [moveCell('a', 99), 'b c a'],
  [moveCell('c', -5), 'c a b'],
])('%# puts cells where it should', (edit, ids) => {
  expect(idsOf(edit(abc))).toBe(ids);
  expect(idsOf(abc)).toBe('a b c');
});

it('what changes nothing returns the same notebook', () => {
  for (const edit of [
    moveCell('b', 1),
    moveCell('e', 7),
    setTitle(' A '),
    changeCell('a', { kind: 'text', text: 'a' }),
    changeExperiment('e', setWeightDecay(startingExperiment.weightDecay)),
  ]) {
    const notebook = of(...abc.cells, experiment('e'));
    expect(edit(notebook)).toBe(notebook);
  }
  const page = { ...abc, page: 'why' };
  expect(setPage('why')(page)).toBe(page);
});

it('other cells stay the very same objects', () => {
  const after = changeCell('b', { kind: 'text', text: 'new' })(abc);
  expect(after.cells[0]).toBe(abc.cells[0]);
  expect(after.cells[2]).toBe(abc.cells[2]);
  expect(after.cells[1]).toStrictEqual(text('b', 'new'));
});

describe('content', () => {
  it('of another kind replaces the old one whole', () => {
    const after = changeCell('b', { kind: 'check', question: 'q', answer: 'a' })(abc);
    expect(after.cells[1]).toStrictEqual({ id: 'b', kind: 'check', question: 'q', answer: 'a' });
  });

  it('is cut and cleaned so that the notebook stays valid', () => {
    const wild = `\u0000a\r\nb\u2028${'x'.repeat(30_000)}`;
    for (const edit of [
      changeCell('b', { kind: 'text', text: wild }),
      changeCell('b', { kind: 'check', question: wild, answer: wild }),
      changeCell('b', { kind: 'controls', parameters: Array.from({ length: 99 }, (_, n) => n) }),
      insertCell(0, text('x', wild)),
      setTitle(wild),
    ])
      expect(() => parseNotebook(edit(abc))).not.toThrow();
    expect(changeCell('b', { kind: 'text', text: wild })(abc).cells[1]).toMatchObject({
      text: `a\nb\n${'x'.repeat(NOTEBOOK_LIMITS.text - 4)}`,
    });
  });

  it('of an experiment changes by the explorer’s own edits', () => {
    const before = of(experiment('e'));
    expect(changeExperiment('e', setWeightDecay(0.5))(before).cells[0]).toMatchObject({
      experiment: { ...startingExperiment, weightDecay: 0.5 },
      panels: ['data'],
    });
  });
});

describe('a full notebook', () => {
  const full = many(NOTEBOOK_LIMITS.cells, text);
  const manyExperiments = many(NOTEBOOK_LIMITS.experiments, experiment);

  it('takes no more cells', () => {
    expect(() => insertCell(0, text('x'))(full)).toThrow('a notebook holds up to 200 cells');
    expect(() => duplicateCell('c1', 'x')(full)).toThrow('a notebook holds up to 200 cells');
    expect(() => changeCell('c1', { kind: 'spectrum' })(full)).not.toThrow();
  });

  it('takes no more experiments, however they would come', () => {
    const sentence = 'a notebook holds up to 40 experiments';
    expect(() => insertCell(0, experiment('x'))(manyExperiments)).toThrow(sentence);
    expect(() => duplicateCell('c1', 'x')(manyExperiments)).toThrow(sentence);
    const withText = insertCell(0, text('x'))(manyExperiments);
    const content = { kind: 'experiment', experiment: startingExperiment, panels: [] } as const;
    expect(() => changeCell('x', content)(withText)).toThrow(sentence);
    expect(() => changeCell('c1', content)(withText)).not.toThrow();
  });

  it('one with as many cells as it holds can still turn one into an experiment', () => {
    const content = { kind: 'experiment', experiment: startingExperiment, panels: [] } as const;
    expect(parseNotebook(changeCell('c1', content)(full)).cells[0]?.kind).toBe('experiment');
  });
});

it('a cell that is not there, or is there twice, is a mistake of the page', () => {
  expect(() => removeCell('x')(abc)).toThrow('internal: no cell x');
  expect(() => insertCell(0, text('a'))(abc)).toThrow('internal: cell a is there');
  expect(() => changeExperiment('a', setWeightDecay(1))(abc)).toThrow('internal: cell a is no experiment');
});
