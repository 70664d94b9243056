import fc from 'fast-check';
import { matrixIds } from '../../../engine/curvature/index.ts';
import { LENS_DEFAULTS, type LensId, lensIds } from '../../../engine/experiment/lenses.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import {
  type Cell,
  experimentPanelIds,
  type Notebook,
  NOTEBOOK_VERSION,
} from '../../../engine/notebook/notebook.ts';
import { studyIds } from '../../../engine/notebook/studies/index.ts';
import { plainLine, plainText } from '../../../engine/notebook/plainText.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { experiments, lensSettings } from '../../sharing/testing/experiments.ts';
import type { CellContent } from '../state/content.ts';
import { studyContent } from '../state/newCell.ts';

/** Prose with what Markdown, mathematics and JSON find awkward. */
const prose = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('\n\n', '\t', '$H_{ij}$', '**', '"\\u0000-0"', '\\', '-0', '<script>', '🙂', '](x:y)'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => plainText(parts.join(''), 2000));

const index = fc.nat(LIMITS.parameters - 1);

const lens = fc
  .tuple(fc.constantFrom(...lensIds), lensSettings(LIMITS.parameters))
  .map(([id, chosen]) => ({ kind: 'lens', lens: id, settings: chosen[id] ?? LENS_DEFAULTS[id] }))
  // the pair is right by construction, which its type can't say
  .map((content) => content as CellContent<'lens'> & { readonly lens: LensId });

/** Content of every kind but experiments. */
export const figures: fc.Arbitrary<CellContent> = fc.oneof(
  prose.map((text) => ({ kind: 'text' as const, text })),
  fc.tuple(prose, prose).map(([question, answer]) => ({ kind: 'check' as const, question, answer })),
  fc.constantFrom(
    { kind: 'matrices' as const },
    { kind: 'spectrum' as const },
    { kind: 'anatomy' as const },
    { kind: 'data' as const },
  ),
  fc.constantFrom(...matrixIds).map((matrix) => ({ kind: 'matrix' as const, matrix })),
  fc
    .constantFrom('outer-product' as const, 'exact' as const)
    .map((matrix) => ({ kind: 'inverse' as const, matrix })),
  fc.constantFrom(...studyIds).map(studyContent),
  fc.array(index, { maxLength: 24 }).map((parameters) => ({ kind: 'controls' as const, parameters })),
  lens,
);

const experimentCells: fc.Arbitrary<CellContent> = fc
  .tuple(experiments, fc.subarray([...experimentPanelIds]))
  .map(([experiment, panels]) => ({ kind: 'experiment', experiment, panels }));

const contents = fc.oneof({ weight: 6, arbitrary: figures }, { weight: 1, arbitrary: experimentCells });

const withIds = (list: readonly CellContent[]): readonly Cell[] =>
  list.map((content, n) => ({ id: `c${n + 1}`, ...content }));

/** Valid notebooks with cells of every kind, as validation leaves them. */
export const notebooks: fc.Arbitrary<Notebook> = fc
  .record({
    title: fc.string({ unit: 'grapheme', maxLength: 40 }).map((title) => plainLine(title, LIMITS.title)),
    page: fc.option(fc.constantFrom('why', 'outer-product'), { nil: undefined }),
    cells: fc.array(contents, { maxLength: 8 }),
  })
  .map(({ title, page, cells }) =>
    parseNotebook({
      version: NOTEBOOK_VERSION,
      title,
      ...(page === undefined ? {} : { page }),
      cells: withIds(cells),
    }),
  );
