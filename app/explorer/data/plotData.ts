import { dataColumns } from '../../../engine/data/batch.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import type { Interval } from '../../compute/grid.ts';
import { batchFor } from '../../state/batch.ts';
import { classesOf } from '../../state/edits/targets.ts';
import { gridFor } from './gridFor.ts';

/** Which of the plot's marks: a point, and the target it shows. */
export interface MarkId {
  readonly point: number;
  readonly output: number;
}

export interface Mark extends MarkId {
  readonly x: number;
  readonly y: number;
  /** Marks of a group share shape and colour. */
  readonly group: number;
}

/**
 * What colour means: the target column (one input: targets are drawn upwards), the class, or the target's
 * size between −largest and +largest.
 */
export type Colouring =
  | { readonly kind: 'series'; readonly count: number }
  | { readonly kind: 'classes'; readonly oneHot: boolean }
  | { readonly kind: 'values'; readonly largest: number };

export interface PlotData {
  readonly colouring: Colouring;
  readonly marks: readonly Mark[];
  readonly x: Interval;
  readonly y: Interval;
}

/** Steps of colour that marks of real targets are sorted into; the middle one is zero. */
export const VALUE_GROUPS = 11;

/** What the colour of a pattern means, with one target column on show. */
export function colouringOf(data: DataSpec, output: number): Colouring {
  const columns = dataColumns(data);
  if (columns.inputs === 1) return { kind: 'series', count: columns.targets };
  const classes = classesOf(data);
  if (classes !== null) return { kind: 'classes', oneHot: classes === 'one-hot' };
  const { targets } = batchFor(data);
  let largest = 0;
  for (let k = output; k < targets.length; k += columns.targets)
    largest = Math.max(largest, Math.abs(targets[k] ?? 0));
  return { kind: 'values', largest };
}

/** The group of a pattern with these targets. Class 1 comes first: it takes the colour of positive numbers. */
export function groupOf(colouring: Colouring, target: Float64Array, output: number): number {
  const t = target[output] ?? 0;
  if (colouring.kind === 'series') return output;
  if (colouring.kind === 'classes') return colouring.oneHot ? target.indexOf(1) : t === 1 ? 0 : 1;
  const share = colouring.largest > 0 ? t / colouring.largest : 0;
  return Math.round(((share + 1) / 2) * (VALUE_GROUPS - 1));
}

/** Everything the plot draws of the data itself; null when no plane can show the inputs. */
export function plotDataOf(data: DataSpec, output: number): PlotData | null {
  const grid = gridFor(data);
  if (grid === null) return null;
  const { N, inputs, targets } = batchFor(data);
  const columns = dataColumns(data);
  const colouring = colouringOf(data, output);
  const shown = colouring.kind === 'series' ? Array.from({ length: columns.targets }, (_, k) => k) : [output];
  const marks = shown.flatMap((k) =>
    Array.from({ length: N }, (_, n): Mark => {
      const target = targets.subarray(n * columns.targets, (n + 1) * columns.targets);
      const y = columns.inputs === 1 ? target[k] : inputs[2 * n + 1];
      const x = inputs[n * columns.inputs];
      return { point: n, output: k, x: x ?? NaN, y: y ?? NaN, group: groupOf(colouring, target, k) };
    }),
  );
  return { colouring, marks, x: grid.x, y: grid.y };
}
