import type { Experiment, OwnData } from '../../../engine/experiment/document.ts';
import { lossOf } from '../../../engine/losses/index.ts';
import { reasonOf } from '../../../workers/asError.ts';
import { takeOwnData } from '../../state/edits/data.ts';
import { misfit } from '../../state/edits/targets.ts';
import { type CsvData, parseCsv } from './csv.ts';
import { columnName } from './pointFields.ts';

/** What a person has pasted so far, as far as it can be understood. */
export type Reading =
  | { readonly status: 'empty' }
  | { readonly status: 'wrong'; readonly sentence: string }
  | {
      readonly status: 'ready';
      readonly data: OwnData;
      /** Names of all columns, targets last. */
      readonly names: readonly string[];
      readonly consequence: string | null;
    };

function namesOf({ inputs, targets, header, classes }: CsvData): readonly string[] {
  const [D, K] = [inputs[0]?.length ?? 0, targets[0]?.length ?? 0];
  const own = Array.from({ length: D }, (_, k) => header?.[k] ?? columnName('x', k, D));
  const last = header?.[D] ?? 't';
  if (classes === undefined)
    return [...own, ...Array.from({ length: K }, (_, k) => header?.[D + k] ?? columnName('t', k, K))];
  return [...own, ...(K === 1 ? classes.slice(1) : classes).map((name) => `${last} = ${name}`)];
}

/** What taking the data changes beside the data; null when nothing worth a sentence. */
function consequenceOf(before: Experiment, after: Experiment, data: OwnData): string | null {
  if (before.loss.kind === after.loss.kind) return null;
  const output = after.network.layers.at(-1)?.activation ?? '';
  const change = `the loss becomes ${lossOf(after.loss.kind).label.toLowerCase()} with ${output} outputs.`;
  const reason = misfit(before.loss.kind, data);
  if (reason === null) return `To suit these targets ${change}`;
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}: ${change}`;
}

/** Reads pasted text as rows of numbers whose last columns are targets, and says what is wrong with it. */
export function readDraft(
  text: string,
  targetColumns: number,
  name: string,
  experiment: Experiment,
): Reading {
  if (text.trim() === '') return { status: 'empty' };
  try {
    const table = parseCsv(text, targetColumns);
    const { inputs, targets } = table;
    const after = takeOwnData(inputs, targets, name)(experiment);
    const data: OwnData = { name, inputs, targets };
    return {
      status: 'ready',
      data,
      names: namesOf(table),
      consequence: consequenceOf(experiment, after, data),
    };
  } catch (error) {
    return { status: 'wrong', sentence: reasonOf(error) };
  }
}
