import type { Experiment } from '../../engine/experiment/document.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';
import type { Notebook } from '../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../engine/notebook/validate.ts';

/** Characters of a file: more than any document within the limits needs. */
const MAX_FILE = 20_000_000;

/** What a file may hold: the two kinds share an extension, and are told apart by content. */
export type FileContent =
  | { readonly kind: 'notebook'; readonly notebook: Notebook }
  | { readonly kind: 'experiment'; readonly experiment: Experiment };

function jsonOf(text: string): unknown {
  if (text.length > MAX_FILE) throw new Error(`file has ${text.length} characters: allowed ${MAX_FILE}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('file is no JSON: an experiment or a notebook saved by this page is needed');
  }
}

const hasCells = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'cells');

/**
 * Reads a file's text: of a notebook, which alone has cells, or of an experiment.
 * @throws Error that names what is wrong: too large, no JSON, or the field, its value and what is allowed
 */
export function readAnyFile(text: string): FileContent {
  const value = jsonOf(text);
  return hasCells(value)
    ? { kind: 'notebook', notebook: parseNotebook(value) }
    : { kind: 'experiment', experiment: parseExperiment(value) };
}
