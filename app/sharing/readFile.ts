import type { Experiment } from '../../engine/experiment/document.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';

/** Characters of a file: more than any document within the limits needs. */
const MAX_FILE = 20_000_000;

/**
 * Reads a file's text.
 * @throws Error that names what is wrong: too large, no JSON, or the field, its value and what is allowed
 */
export function fromFileText(text: string): Experiment {
  if (text.length > MAX_FILE) throw new Error(`file has ${text.length} characters: allowed ${MAX_FILE}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('file is no JSON: an experiment saved by this page is needed');
  }
  return parseExperiment(value);
}
