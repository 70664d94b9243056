import * as v from 'valibot';
import type { Experiment } from '../experiment/document.ts';
import { NewerVersionError } from '../experiment/migrate.ts';
import { lensShapes, shape as experimentShape } from '../experiment/shape.ts';
import { sentence } from '../experiment/shapeParts.ts';
import { parseExperiment } from '../experiment/validate.ts';
import { NOTEBOOK_LIMITS } from './limits.ts';
import { migrateNotebook } from './migrate.ts';
import type { Cell, Notebook } from './notebook.ts';
import { type CellShape, notebookShape } from './shape.ts';
import { studySettings } from './studies/index.ts';

const EXPERIMENT_FIELD = new RegExp(`^(?:${Object.keys(experimentShape.entries).join('|')})(?=[ .[:])`);

/** A sentence that names its cell, also where the house's sentences name no field: `unknown matrix: …`. */
function sentenceOf(issue: v.BaseIssue<unknown>, place = ''): string {
  const said = sentence(issue, place);
  const at = issue.path?.[0].key === 'cells' ? issue.path.at(1)?.key : undefined;
  const cell = place === '' && typeof at === 'number' ? `cells[${at}]` : place;
  return said.includes(cell) ? said : `${cell}: ${said}`;
}

/** An experiment's message, with `place` before the name of its field. */
function placed(place: string, message: string): string {
  const field = /^(?:missing|unknown) field: /.exec(message)?.[0];
  if (field !== undefined) return `${field}${place}.${message.slice(field.length)}`;
  if (message.startsWith('document ')) return `${place}${message.slice('document'.length)}`;
  return EXPERIMENT_FIELD.test(message) ? `${place}.${message}` : `${place}: ${message}`;
}

function experimentAt(place: string, value: unknown): Experiment {
  try {
    return parseExperiment(value);
  } catch (error) {
    if (error instanceof NewerVersionError) throw new NewerVersionError(placed(place, error.message));
    throw error instanceof Error ? new Error(placed(place, error.message)) : error;
  }
}

function settingsAt<T extends v.GenericSchema>(place: string, shape: T, value: unknown): v.InferOutput<T> {
  const result = v.safeParse(shape, value, { abortEarly: true });
  if (!result.success) throw new Error(sentenceOf(result.issues[0], place));
  return result.output;
}

/** One branch a lens: settings belong to their lens. */
function lensAt(place: string, cell: Extract<CellShape, { kind: 'lens' }>): Cell<'lens'> {
  const { id, kind, lens, settings } = cell;
  switch (lens) {
    case 'differences':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.differences, settings) };
    case 'stepper':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.stepper, settings) };
    case 'timeline':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.timeline, settings) };
    case 'sweep':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.sweep, settings) };
    case 'cost':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.cost, settings) };
    case 'surface':
      return { id, kind, lens, settings: settingsAt(place, lensShapes.surface, settings) };
  }
}

/** Settings are those of the study by the shape that was looked up, which the type of the pair can't say. */
const studyAt = (place: string, { id, kind, study, settings }: Extract<CellShape, { kind: 'study' }>) =>
  ({ id, kind, study, settings: settingsAt(place, studySettings[study].shape, settings) }) as Cell<'study'>;

function cellAt(at: number, cell: CellShape): Cell {
  const place = `cells[${at}]`;
  if (cell.kind === 'lens') return lensAt(`${place}.settings`, cell);
  if (cell.kind === 'study') return studyAt(`${place}.settings`, cell);
  if (cell.kind !== 'experiment') return cell;
  const { id, kind, panels } = cell;
  const repeated = panels.find((panel, k) => panels.indexOf(panel) !== k);
  if (repeated !== undefined) throw new Error(`${place}.panels is repeated: ${repeated}`);
  return { id, kind, experiment: experimentAt(`${place}.experiment`, cell.experiment), panels };
}

function checkIds(cells: readonly CellShape[]): void {
  const taken = new Set<string>();
  cells.forEach(({ id }, at) => {
    if (taken.has(id)) throw new Error(`cells[${at}].id is taken: ${id}`);
    taken.add(id);
  });
}

/**
 * Makes a notebook of anything that came from outside: a link, a file, storage. Earlier versions, also of the
 * experiments within, are migrated. Indices of parameters may lie beyond the network that a cell stands under:
 * what shows them leaves those out. O(size of the document).
 * @throws Error naming cell, field, value and what is allowed:
 *   `cells[3].experiment.network.layers[1].units is 10000: allowed 1 to 256`; NewerVersionError for a later build's
 */
export function parseNotebook(value: unknown): Notebook {
  const result = v.safeParse(notebookShape, migrateNotebook(value), { abortEarly: true });
  if (!result.success) throw new Error(sentenceOf(result.issues[0]));
  const { cells } = result.output;
  checkIds(cells);
  const experiments = cells.filter(({ kind }) => kind === 'experiment').length;
  if (experiments > NOTEBOOK_LIMITS.experiments)
    throw new Error(`cells has ${experiments} experiments: allowed 0 to ${NOTEBOOK_LIMITS.experiments}`);
  return { ...result.output, cells: cells.map((cell, at) => cellAt(at, cell)) };
}
