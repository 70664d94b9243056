import { dataColumns } from '../../../engine/data/batch.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { type LossKind, lossOf } from '../../../engine/losses/index.ts';
import { movePoint } from '../../state/edits/points.ts';
import { classesOf } from '../../state/edits/targets.ts';
import type { Edit } from '../../state/experiment.ts';
import { gridFor } from './gridFor.ts';
import { pointOf, replaced } from './markEdits.ts';

export interface PointField {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly min: number;
  readonly change: (value: number) => Edit;
}

/** The class of a point as one of a few: which, and how to change it. */
export interface PointClass {
  /** Column of the targets. */
  readonly output: number;
  readonly value: number;
  readonly values: readonly number[];
  readonly change: (value: number) => Edit;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (index: number): string =>
  Array.from(String(index), (digit) => SUBSCRIPTS[Number(digit)]).join('');
export const columnName = (name: 'x' | 't', index: number, count: number): string =>
  count === 1 ? name : `${name}${subscript(index + 1)}`;

/** A round number near a hundredth of the window. */
function stepOf(width: number): number {
  const power = Math.floor(Math.log10(width / 100));
  return Number(`1e${Number.isFinite(power) ? power : -1}`);
}

/** The inputs of point n as fields. */
export function inputFields(data: DataSpec, n: number): readonly PointField[] {
  const { inputs } = pointOf(data, n);
  const grid = gridFor(data);
  const windows = grid === null ? [] : [grid.x, grid.y];
  return inputs.map((value, index) => {
    const [low, high] = windows[index] ?? [-10, 10];
    return {
      label: columnName('x', index, inputs.length),
      value,
      step: stepOf(high - low),
      min: -LIMITS.magnitude,
      change: (next) => movePoint(n, { inputs: replaced(inputs, index, next) }),
    };
  });
}

/** The targets of point n as fields, within what the loss takes; none when they are classes. */
export function targetFields(data: DataSpec, n: number, loss: LossKind): readonly PointField[] {
  if (classesOf(data) !== null) return [];
  const min = lossOf(loss).targets === 'non-negative' ? 0 : -LIMITS.magnitude;
  const { targets } = pointOf(data, n);
  const grid = gridFor(data);
  const [low, high] = grid !== null && grid.rows === 1 ? grid.y : [-10, 10];
  return targets.map((value, index) => ({
    label: columnName('t', index, targets.length),
    value,
    step: stepOf(high - low),
    min,
    change: (next) => movePoint(n, { targets: replaced(targets, index, next) }),
  }));
}

/** The class of point n, or one 0-or-1 choice for every target column; none when targets are numbers. */
export function pointClasses(data: DataSpec, n: number): readonly PointClass[] {
  const classes = classesOf(data);
  if (classes === null) return [];
  const { targets } = pointOf(data, n);
  const count = dataColumns(data).targets;
  if (classes === 'one-hot') {
    const change = (chosen: number): Edit =>
      movePoint(n, { targets: targets.map((_, index) => (index === chosen ? 1 : 0)) });
    return [
      { output: 0, value: targets.indexOf(1), values: Array.from({ length: count }, (_, k) => k), change },
    ];
  }
  return targets.map((value, output) => ({
    output,
    value,
    values: [0, 1],
    change: (chosen) => movePoint(n, { targets: replaced(targets, output, chosen) }),
  }));
}
