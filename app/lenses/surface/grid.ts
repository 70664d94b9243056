import type { Topology } from '../../../engine/network/topology.ts';

/** Places along each side of the plane: w in the middle, at an even number of steps from every edge. */
export const SIDE = 41;
/** Every fourth place along each side, then every second, then all: a coarse picture first. */
export const STRIDES = [4, 2, 1] as const;

/** Nanoseconds for a multiplication in a pass, and for an activation with its derivatives: about. */
const MULTIPLY = 1.2;
const ACTIVATE = 100;

/** About how long one place takes, in milliseconds: a forward pass over all patterns. */
export function placeMilliseconds({ layers }: Topology, N: number): number {
  const pattern = layers.reduce(
    (sum, { rows, fanIn, positions, units }) =>
      sum + MULTIPLY * rows * (fanIn + 1) * positions + ACTIVATE * units,
    0,
  );
  return (N * pattern) / 1e6;
}

/** Places of a stride that are not of the stride before, as `row · SIDE + column`. */
export function newPlaces(stride: number, before = Infinity): readonly number[] {
  const places: number[] = [];
  for (let row = 0; row < SIDE; row += stride) {
    for (let column = 0; column < SIDE; column += stride) {
      if (row % before !== 0 || column % before !== 0 || before === Infinity)
        places.push(row * SIDE + column);
    }
  }
  return places;
}

/** Coordinate of a column or row in [−span, span]. */
export const coordinate = (step: number, span: number): number => (2 * span * step) / (SIDE - 1) - span;

/** Runs of at most `length` places. */
export const chunksOf = (places: readonly number[], length: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(places.length / length) }, (_, k) =>
    places.slice(k * length, (k + 1) * length),
  );

/** Values at the places of a stride, row by row; what is not finite becomes null, a hole. */
export function rowsOf(values: Float64Array, stride: number): readonly (readonly (number | null)[])[] {
  const steps = Array.from({ length: (SIDE - 1) / stride + 1 }, (_, k) => k * stride);
  return steps.map((row) =>
    steps.map((column) => {
      const value = values[row * SIDE + column] ?? NaN;
      return Number.isFinite(value) ? value : null;
    }),
  );
}
