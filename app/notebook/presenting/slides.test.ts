import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, type CellKind } from '../../../engine/notebook/notebook.ts';
import { outerProduct } from '../pages/outerProduct.ts';
import { nameOf, slidesOf, slideWith } from './slides.ts';

const experiment = outerProduct.cells.find((cell) => cell.kind === 'experiment')?.experiment;
if (experiment === undefined) throw new Error('internal: no experiment in the page');

const text = (id: string, source: string): Cell => ({ id, kind: 'text', text: source });
const run = (id: string): Cell => ({ id, kind: 'experiment', experiment, panels: [] });
const plain = (id: string, kind: 'matrices' | 'spectrum' | 'data'): Cell => ({ id, kind });

const cellsOf = fc
  .array(
    fc.oneof(
      fc
        .constantFrom('# A', '## B\n\nmore', '\n## C', '### small', 'prose', '', '#no heading')
        .map((source) => ({
          make: (id: string) => text(id, source),
        })),
      fc.constantFrom('matrices' as const, 'spectrum' as const, 'data' as const).map((kind) => ({
        make: (id: string) => plain(id, kind),
      })),
      fc.constant({ make: run }),
      fc.constant({ make: (id: string): Cell => ({ id, kind: 'check', question: 'q', answer: 'a' }) }),
    ),
    { maxLength: 40 },
  )
  .map((all) => all.map(({ make }, at) => make(`c${at + 1}`)));

const FIGURES: readonly CellKind[] = ['experiment', 'matrices', 'spectrum', 'data'];
const ids = (cells: readonly Cell[]): string[] => cells.map(({ id }) => id);

describe('slidesOf', () => {
  it('puts every cell on one slide, in order, and leaves none empty', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const slides = slidesOf(cells);
        expect(slides.flatMap((slide) => ids(slide.cells))).toEqual(ids(cells));
        if (cells.length > 0) for (const slide of slides) expect(slide.cells.length).toBeGreaterThan(0);
        expect(slides.map(({ title }) => title)).toEqual(slides.map((_, at) => at === 0));
        for (const { id } of cells) expect(ids(slides[slideWith(slides, id)]?.cells ?? [])).toContain(id);
      }),
    );
  });

  it('begins at headings, and has no text or experiment after a figure', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        for (const { cells: held } of slidesOf(cells)) {
          held.slice(1).forEach((cell, at) => {
            if (cell.kind === 'text') expect(cell.text).not.toMatch(/^\s*##? /);
            if (cell.kind === 'text' || cell.kind === 'experiment')
              expect(held.slice(0, at + 1).some(({ kind }) => FIGURES.includes(kind))).toBe(false);
          });
        }
      }),
    );
  });

  it('splits a page as one would by hand', () => {
    const cells = [
      text('a', 'start'),
      run('b'),
      plain('c', 'matrices'),
      text('d', '## Next'),
      plain('e', 'data'),
    ];
    const more = [...cells, run('f'), plain('g', 'spectrum')];
    expect(slidesOf(more).map((slide) => ids(slide.cells).join(''))).toEqual(['abc', 'de', 'fg']);
    expect(slidesOf(more).map((slide) => nameOf(slide, 'Title'))).toEqual(['Title', 'Next', null]);
  });

  it('shows the title of an empty notebook', () => {
    expect(slidesOf([])).toEqual([{ title: true, cells: [] }]);
  });
});
