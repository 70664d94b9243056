import type { Topology } from '../../../engine/network/topology.ts';

export interface LayerSpan {
  readonly name: string;
  /** First parameter of the layer, and the first that is no longer its own. */
  readonly start: number;
  readonly end: number;
}

export interface Boundaries {
  readonly W: number;
  /** The layers that have parameters. */
  readonly layers: readonly LayerSpan[];
  /** Where a unit's or channel's weights, or a layer's biases, begin; layer starts left out. */
  readonly groups: readonly { readonly at: number; readonly apart: number }[];
}

/** Where layers and their units or channels meet in the parameter vector; `apart`: entries between neighbouring lines. */
export function boundariesOf({ layers, W }: Topology): Boundaries {
  const trained = layers.filter(({ rows }) => rows > 0);
  return {
    W,
    layers: trained.map(({ spec, weights, biases, rows }) => ({
      name: spec.name,
      start: weights,
      end: biases + rows,
    })),
    groups: trained.flatMap(({ rows, fanIn, weights }) =>
      Array.from({ length: rows }, (_, row) => ({
        at: weights + (row + 1) * fanIn,
        apart: row + 1 < rows ? fanIn : Math.min(fanIn, rows),
      })),
    ),
  };
}
