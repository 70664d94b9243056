import type { Batch } from '../../engine/experiment/problem.ts';
import { roundEnds } from '../charts/roundNumbers.ts';

export type Interval = readonly [min: number, max: number];

/** The points at which the model is evaluated for the plot, and the plot's own window. */
export interface PlotGrid {
  /** [columns · rows × inputUnits]: row by row, the top row (largest y) first, left to right. */
  readonly inputs: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly x: Interval;
  /** Targets when there is one input, the second input when there are two. */
  readonly y: Interval;
}

const CURVE_POINTS = 120;
const SURFACE_CELLS = 40;
const MARGIN = 0.05;
/** Values closer together than this, next to their size, get a window as if they were one. */
const RESOLUTION = 1e-9;
/** The window ends at multiples of about an eighth of it, so it stays put while a point moves inside. */
const STEPS = 8;

/** The smallest window with round ends that holds every `stride`-th value from `offset` and a margin. */
function windowOf(values: Float64Array, offset: number, stride: number): Interval {
  let min = Infinity;
  let max = -Infinity;
  for (let k = offset; k < values.length; k += stride) {
    const value = values[k] ?? NaN;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const size = Math.max(Math.abs(min), Math.abs(max));
  const spreadOut = max - min > Math.max(RESOLUTION * size, Number.MIN_VALUE / RESOLUTION);
  const margin = spreadOut ? MARGIN * (max - min) : 0.5 * Math.max(1, size);
  return roundEnds(min - margin, max + margin, STEPS);
}

/** `count` points that divide the interval: both ends included. */
const spread = ([min, max]: Interval, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => min + ((max - min) * k) / (count - 1));

/** The centres of `count` equal cells. */
const centres = ([min, max]: Interval, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => min + ((max - min) * (k + 0.5)) / count);

function surfaceInputs(x: Interval, y: Interval): Float64Array {
  const across = centres(x, SURFACE_CELLS);
  const upward = centres(y, SURFACE_CELLS);
  const inputs = new Float64Array(2 * SURFACE_CELLS * SURFACE_CELLS);
  for (let row = 0; row < SURFACE_CELLS; row++) {
    for (let column = 0; column < SURFACE_CELLS; column++) {
      const at = 2 * (row * SURFACE_CELLS + column);
      inputs[at] = across[column] ?? NaN;
      inputs[at + 1] = upward[SURFACE_CELLS - 1 - row] ?? NaN;
    }
  }
  return inputs;
}

/**
 * The plot's grid, a pure function of the batch: whoever asks for predictions and whoever draws them
 * find the same one. Null when there are more than two inputs, which no plane can show.
 */
export function plotGrid(batch: Batch): PlotGrid | null {
  const D = batch.inputs.length / batch.N;
  if (D === 1) {
    const x = windowOf(batch.inputs, 0, 1);
    return {
      inputs: spread(x, CURVE_POINTS),
      columns: CURVE_POINTS,
      rows: 1,
      x,
      y: windowOf(batch.targets, 0, 1),
    };
  }
  if (D !== 2) return null;
  const x = windowOf(batch.inputs, 0, 2);
  const y = windowOf(batch.inputs, 1, 2);
  return { inputs: surfaceInputs(x, y), columns: SURFACE_CELLS, rows: SURFACE_CELLS, x, y };
}
