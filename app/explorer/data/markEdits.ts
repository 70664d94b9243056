import { dataColumns } from '../../../engine/data/batch.ts';
import type { DataSpec, Experiment } from '../../../engine/experiment/document.ts';
import { lossOf } from '../../../engine/losses/index.ts';
import { batchFor } from '../../state/batch.ts';
import { addPoint, movePoint, type Point } from '../../state/edits/points.ts';
import type { Edit } from '../../state/experiment.ts';
import type { MarkId } from './plotData.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The numbers of point n. */
export function pointOf(data: DataSpec, n: number): Point {
  const { inputs, targets } = batchFor(data);
  const columns = dataColumns(data);
  return {
    inputs: Array.from(inputs.subarray(n * columns.inputs, (n + 1) * columns.inputs)),
    targets: Array.from(targets.subarray(n * columns.targets, (n + 1) * columns.targets)),
  };
}

export const replaced = (values: readonly number[], at: number, value: number): number[] =>
  values.map((old, index) => (index === at ? value : old));

/** The targets when a mark of one input is drawn at height y: as near to it as the loss allows. */
function raised(
  { loss }: Experiment,
  targets: readonly number[],
  output: number,
  y: number,
): readonly number[] {
  const kind = lossOf(loss.kind).targets;
  if (kind === 'real') return replaced(targets, output, y);
  if (kind === 'non-negative') return replaced(targets, output, Math.max(0, y));
  if (kind === 'binary') return replaced(targets, output, y >= 0.5 ? 1 : 0);
  return y < 0.5 ? targets : targets.map((_, index) => (index === output ? 1 : 0));
}

/** Moves the mark to a place on the plot, in data coordinates. */
export const moveMark =
  ({ point, output }: MarkId, { x, y }: Place): Edit =>
  (experiment) => {
    const { inputs, targets } = pointOf(experiment.data, point);
    if (inputs.length > 1) return movePoint(point, { inputs: [x, y] })(experiment);
    return movePoint(point, { inputs: [x], targets: raised(experiment, targets, output, y) })(experiment);
  };

/** Adds a point at a place on the plot; the targets that the place doesn't give are those of `like`. */
export const addMark =
  (like: MarkId, { x, y }: Place): Edit =>
  (experiment) => {
    const { inputs, targets } = pointOf(experiment.data, like.point);
    if (inputs.length > 1) return addPoint({ inputs: [x, y], targets })(experiment);
    return addPoint({ inputs: [x], targets: raised(experiment, targets, like.output, y) })(experiment);
  };
