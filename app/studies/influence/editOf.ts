import type { Experiment } from '../../../engine/experiment/document.ts';
import { dataColumns } from '../../../engine/data/batch.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { DataEdit } from '../../../workers/protocol/influence.ts';
import { batchFor } from '../../state/batch.ts';
import { classesOf, targetKindOf } from '../../state/edits/targets.ts';

type Data = Experiment['data'];

/** Whether a moved pattern gets another class rather than another number. */
export const hasClasses = (data: Data): boolean => classesOf(data) !== null;

/** The pattern chosen, or the last where there are fewer. */
export const patternIn = (data: Data, pattern: number): number => Math.min(pattern, batchFor(data).N - 1);

/** The target after a move: the other class, the next of several, or the first number with δ added; counts stay above zero. */
function movedTarget(data: Data, target: readonly number[], by: number): readonly number[] {
  const classes = classesOf(data);
  if (classes === 'binary') return target.map((t) => 1 - t);
  if (classes === 'one-hot') {
    const next = (target.indexOf(1) + 1) % target.length;
    return target.map((_, k) => (k === next ? 1 : 0));
  }
  const isCount = targetKindOf(data) === 'non-negative';
  return target.map((t, k) => {
    const moved = k === 0 ? t + by : t;
    return isCount ? Math.max(0, moved) : moved;
  });
}

/** What is done to the data. */
export function editOf(
  data: Data,
  { pattern, change, by }: Pick<StudySettings['influence'], 'pattern' | 'change' | 'by'>,
): DataEdit {
  const n = patternIn(data, pattern);
  if (change === 'remove') return { kind: 'remove', n };
  const { inputs, targets } = batchFor(data);
  const { inputs: D, targets: K } = dataColumns(data);
  const target = Array.from(targets.subarray(n * K, (n + 1) * K));
  const input = Array.from(inputs.subarray(n * D, (n + 1) * D));
  return { kind: 'move', n, input, target: movedTarget(data, target, by) };
}
