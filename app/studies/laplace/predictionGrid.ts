import type { Batch } from '../../../engine/experiment/problem.ts';

/** Where predictions are wanted: along the axis of one input, or over the plane of two. */
export type PredictionGrid =
  | { readonly kind: 'curve'; readonly x: Float64Array; readonly inputs: Float64Array }
  | {
      readonly kind: 'plane';
      readonly x: Float64Array;
      readonly y: Float64Array;
      /** Row by row, the lowest y first. */
      readonly inputs: Float64Array;
    }
  | { readonly kind: 'none'; readonly inputs: Float64Array };

const CURVE_POINTS = 161;
const SIDE = 41;

/** The range of one column of the inputs. */
export function rangeOf({ inputs, N }: Batch, column: number): readonly [number, number] {
  const D = inputs.length / N;
  const values = Array.from({ length: N }, (_, n) => inputs[n * D + column] ?? NaN);
  return [Math.min(...values), Math.max(...values)];
}

/** Places from one end of the data to the other, and beyond both by a share of their width. */
function places(batch: Batch, column: number, reach: number, count: number): Float64Array {
  const [low, high] = rangeOf(batch, column);
  const beyond = high > low ? reach * (high - low) : 1;
  const step = (high - low + 2 * beyond) / (count - 1);
  return Float64Array.from({ length: count }, (_, k) => low - beyond + k * step);
}

export function predictionGrid(batch: Batch, reach: number): PredictionGrid {
  const D = batch.inputs.length / batch.N;
  if (D === 1) {
    const x = places(batch, 0, reach, CURVE_POINTS);
    return { kind: 'curve', x, inputs: x };
  }
  if (D !== 2) return { kind: 'none', inputs: new Float64Array(0) };
  const x = places(batch, 0, reach, SIDE);
  const y = places(batch, 1, reach, SIDE);
  const inputs = Float64Array.from(Array.from(y, (b) => Array.from(x, (a) => [a, b])).flat(2));
  return { kind: 'plane', x, y, inputs };
}

/** How wide the error bars are: typical among the data, and at their widest within the figure. */
export interface BarWidths {
  readonly among: number;
  readonly widest: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Two standard deviations of an output: the median within the range of the data, and the largest of all. */
export function barWidths(
  grid: PredictionGrid,
  batch: Batch,
  variance: Float64Array,
  output: number,
): BarWidths | null {
  if (grid.kind === 'none') return null;
  const D = grid.kind === 'curve' ? 1 : 2;
  const count = grid.inputs.length / D;
  const K = variance.length / count;
  const ranges = Array.from({ length: D }, (_, column) => rangeOf(batch, column));
  const isAmong = (n: number): boolean =>
    ranges.every(([low, high], d) => {
      const at = grid.inputs[n * D + d] ?? NaN;
      return at >= low && at <= high;
    });
  const bars = Array.from({ length: count }, (_, n) => 2 * Math.sqrt(variance[n * K + output] ?? NaN));
  return { among: median(bars.filter((_, n) => isAmong(n))), widest: Math.max(...bars) };
}
