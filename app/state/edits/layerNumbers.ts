import type { AddSpec, LayerKindName, LayerSpec } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { Layer, Shape } from '../../../engine/layers/layer.ts';

/** The spec of a kind; distributes over the union, so that one spec may serve two kinds. */
export type SpecOf<K extends LayerKindName, S = LayerSpec> = S extends LayerSpec
  ? K extends S['kind']
    ? S
    : never
  : never;

/** A number of a layer that may be set, and the range it may have where the layer stands. */
export interface LayerNumber {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What the buttons beside it are called. */
  readonly less: string;
  readonly more: string;
}

type NumbersOf<S extends LayerSpec> = Readonly<Record<Exclude<keyof S, keyof AddSpec>, LayerNumber>>;

const numberOf = (
  label: string,
  value: number,
  [min, max]: readonly [number, number],
  [less, more]: readonly [string, string],
): LayerNumber => ({ label, value, min, max, less, more });

const oneOf = (noun: string): readonly [string, string] => [`One ${noun} less`, `One ${noun} more`];
const sizeOf = (noun: string): readonly [string, string] => [`Smaller ${noun}`, `Larger ${noun}`];

/** The shorter side of the image that is read; 0 when there is none. */
const sideOf = ([, height = 0, width = 0]: Shape): number => Math.min(height, width);

const pool = ({ size }: SpecOf<'max-pool'>, read: Shape): NumbersOf<SpecOf<'max-pool'>> => ({
  size: numberOf('Window', size, [1, sideOf(read)], sizeOf('window')),
});

const numbers: {
  readonly [K in LayerKindName]: (spec: SpecOf<K>, read: Shape) => NumbersOf<SpecOf<K>>;
} = {
  dense: ({ units }) => ({ units: numberOf('Units', units, [1, LIMITS.units], oneOf('unit')) }),
  conv2d({ channels, kernel, stride, padding }, read) {
    const side = sideOf(read);
    const largest = Math.min(LIMITS.side, side + 2 * padding);
    const least = Math.max(0, Math.ceil((kernel - side) / 2));
    return {
      channels: numberOf('Channels', channels, [1, LIMITS.channels], oneOf('channel')),
      kernel: numberOf('Kernel', kernel, [1, largest], sizeOf('kernel')),
      stride: numberOf('Stride', stride, [1, LIMITS.side], sizeOf('stride')),
      padding: numberOf('Padding', padding, [least, LIMITS.side], ['Less padding', 'More padding']),
    };
  },
  'average-pool': pool,
  'max-pool': pool,
  add: () => ({}),
};

/** The numbers of a layer by the field that holds them, in the order of its settings. */
export function numbersOf({ spec, sources }: Layer): Readonly<Record<string, LayerNumber>> {
  const read = sources[0]?.shape ?? [];
  const of = numbers[spec.kind] as (one: LayerSpec, shape: Shape) => Readonly<Record<string, LayerNumber>>;
  return of(spec, read);
}
