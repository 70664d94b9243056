import type { Topology } from '../../../engine/network/topology.ts';

export interface LayerSpan {
  readonly name: string;
  /** First parameter of the layer, and the first that is no longer its own. */
  readonly start: number;
  readonly end: number;
}

export interface Boundaries {
  readonly W: number;
  readonly layers: readonly LayerSpan[];
  /** Where a unit's weights, or a layer's biases, begin; layer starts left out. */
  readonly units: readonly { readonly at: number; readonly apart: number }[];
}

/** Where layers and units meet in the parameter vector; `apart`: entries between neighbouring lines. */
export function boundariesOf({ layers, W }: Topology): Boundaries {
  return {
    W,
    layers: layers.map(({ spec, weights, biases, units }) => ({
      name: spec.name,
      start: weights,
      end: biases + units,
    })),
    units: layers.flatMap(({ units, inputs, weights }) =>
      Array.from({ length: units }, (_, j) => ({
        at: weights + (j + 1) * inputs,
        apart: j + 1 < units ? inputs : Math.min(inputs, units),
      })),
    ),
  };
}
