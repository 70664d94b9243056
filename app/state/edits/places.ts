import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import type { Shape } from '../../../engine/layers/layer.ts';
import { INPUT, topologyOf } from '../../../engine/network/topology.ts';

/** Something a new layer can come after: the inputs or a hidden layer. */
export interface Place {
  readonly name: string;
  readonly shape: Shape;
}

/** The inputs and every hidden layer, in order. */
export function placesOf(network: NetworkSpec): readonly Place[] {
  const hidden = topologyOf(network).layers.slice(0, -1);
  return [
    { name: INPUT, shape: network.input },
    ...hidden.map(({ spec, shape }) => ({ name: spec.name, shape })),
  ];
}

/** `2 × 4 × 4` */
export const shapeText = (shape: Shape): string => shape.join(' × ');

/** Where a new layer is most likely wanted: after the last image, or before the output. */
export const usualPlace = (places: readonly Place[]): Place | undefined =>
  places.findLast(({ shape }) => shape.length === 3) ?? places.at(-1);
