import type { Experiment } from '../../engine/experiment/document.ts';

// JSON.stringify writes −0 as 0. A control character can't occur in a document's texts, so this mark is free.
const MARK = '\u0000-0';
const WRITTEN_MARK = JSON.stringify(MARK);

/** JSON text that gives every number back to the last bit, −0 included (JSON.parse reads `-0` as −0). */
export function exactJson(value: Experiment | object): string {
  const text = JSON.stringify(value, (_key, part: unknown) => (Object.is(part, -0) ? MARK : part));
  return text.replaceAll(WRITTEN_MARK, '-0');
}
