import * as v from 'valibot';
import { matrixIds } from '../curvature/index.ts';
import { lensIds } from '../experiment/lenses.ts';
import { LIMITS } from '../experiment/limits.ts';
import { parameterIndex } from '../experiment/shape.ts';
import { listOf, longText, oneOf, text, whole } from '../experiment/shapeParts.ts';
import { NOTEBOOK_LIMITS } from './limits.ts';
import { type CellKind, experimentPanelIds, NOTEBOOK_VERSION } from './notebook.ts';
import { studyIds } from './studies/index.ts';

const ID = new RegExp(`^[a-z0-9-]{1,${NOTEBOOK_LIMITS.id}}$`);

const id = v.custom<string>(
  (value) => typeof value === 'string' && ID.test(value),
  `allowed 1 to ${NOTEBOOK_LIMITS.id} of a–z, 0–9 and -`,
);

const prose = longText(NOTEBOOK_LIMITS.text);

/** What each kind of cell holds. Experiments and what is chosen in a lens are looked at one by one afterwards. */
const cellShapes = {
  text: v.strictObject({ id, kind: v.literal('text'), text: prose }),
  check: v.strictObject({ id, kind: v.literal('check'), question: prose, answer: prose }),
  experiment: v.strictObject({
    id,
    kind: v.literal('experiment'),
    experiment: v.unknown(),
    panels: listOf(oneOf('panel', experimentPanelIds), 0, experimentPanelIds.length),
  }),
  matrices: v.strictObject({ id, kind: v.literal('matrices') }),
  matrix: v.strictObject({ id, kind: v.literal('matrix'), matrix: oneOf('matrix', matrixIds) }),
  spectrum: v.strictObject({ id, kind: v.literal('spectrum') }),
  anatomy: v.strictObject({ id, kind: v.literal('anatomy') }),
  lens: v.strictObject({
    id,
    kind: v.literal('lens'),
    lens: oneOf('lens', lensIds),
    settings: v.unknown(),
  }),
  data: v.strictObject({ id, kind: v.literal('data') }),
  controls: v.strictObject({
    id,
    kind: v.literal('controls'),
    parameters: listOf(parameterIndex, 0, NOTEBOOK_LIMITS.controls),
  }),
  inverse: v.strictObject({
    id,
    kind: v.literal('inverse'),
    matrix: oneOf('matrix', ['outer-product', 'exact']),
    upTo: v.exactOptional(whole(0, LIMITS.patterns)),
  }),
  study: v.strictObject({
    id,
    kind: v.literal('study'),
    study: oneOf('study', studyIds),
    settings: v.unknown(),
  }),
} satisfies Record<CellKind, v.GenericSchema>;

/** All kinds of cells. */
export const cellKinds = Object.keys(cellShapes) as readonly CellKind[];

const cell = v.variant(
  'kind',
  [
    cellShapes.text,
    cellShapes.check,
    cellShapes.experiment,
    cellShapes.matrices,
    cellShapes.matrix,
    cellShapes.spectrum,
    cellShapes.anatomy,
    cellShapes.lens,
    cellShapes.data,
    cellShapes.controls,
    cellShapes.inverse,
    cellShapes.study,
  ],
  'cell kind',
);

/** The shape of a notebook of this version. Every length is checked before what is inside. */
export const notebookShape = v.strictObject({
  version: v.literal(NOTEBOOK_VERSION),
  title: v.optional(text(0, LIMITS.title), ''),
  page: v.exactOptional(text(1, LIMITS.name)),
  cells: listOf(cell, 0, NOTEBOOK_LIMITS.cells),
});

/** A cell whose experiment, or choices in a lens or a study, have not been looked at yet. */
export type CellShape = v.InferOutput<typeof cell>;
