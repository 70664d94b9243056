import { parameterName, weightIndex } from '../../../engine/network/parameterNames.ts';
import type { Layer, Source } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { GRAPH, heightOf } from './columnPlaces.ts';
import { type Column, drawnRows, isImage, pixelsOf, placeColumns, rowOf, rowY } from './columns.ts';
import { neighbourCurve, pathOf, sampleCurve, skipCurve, type Curve } from './edgeCurve.ts';
import { findCell, type Kernel, placeKernels } from './kernels.ts';
import { type Link, placeLinks } from './links.ts';
import { arriving, biasDisc, type Box, type Disc, leaving } from './ports.ts';

/** A weight as it is drawn. */
export interface GraphEdge {
  /** Index in the parameter vector. */
  readonly index: number;
  readonly path: string;
  readonly samples: Float64Array;
}

/** The drawing of a network, values not included. */
export interface Graph {
  readonly topology: Topology;
  readonly columns: readonly Column[];
  readonly height: number;
  readonly edges: readonly GraphEdge[];
  /** Connections without weights of their own. */
  readonly links: readonly Link[];
  readonly kernels: readonly Kernel[];
}

/** Skip connections of the upper half of the units pass above the columns between, the others below. */
function laneOf(
  column: Column,
  entry: number,
  source: Source,
  layer: Layer,
  j: number,
  height: number,
): number {
  const upper = rowY(column, rowOf(column, entry)) <= height / 2;
  const share =
    source.units * layer.units > 1 ? (entry * layer.units + j) / (source.units * layer.units - 1) : 0;
  const depth = GRAPH.lane + (GRAPH.laneRoom - GRAPH.lane) * (upper ? share : 1 - share);
  return upper ? depth : height - depth;
}

/** The curve of a weight to unit j of a dense layer from entry i of one of its sources. O(rows). */
function edgeCurve(
  columns: readonly Column[],
  height: number,
  layer: Layer,
  j: number,
  source: Source,
  i: number,
): Curve {
  const start = columns[source.layer + 1];
  const end = columns[layer.index + 1];
  if (start === undefined || end === undefined)
    throw new Error(`internal: no column for layer ${layer.index}`);
  const from = leaving(start, i);
  const to = arriving(end, j);
  const first = columns[source.layer + 2];
  const last = columns[layer.index];
  if (first === undefined || last === undefined || source.layer === layer.index - 1)
    return neighbourCurve(from, to);
  return skipCurve(from, to, first.x, last.x, laneOf(start, i, source, layer, j, height));
}

/** The entries of a column's activations that edges are drawn from. */
function drawnEntries(column: Column | undefined): number[] {
  if (column === undefined) return [];
  const rows = drawnRows(column);
  if (!isImage(column)) return rows;
  const pixels = pixelsOf(column);
  return rows.flatMap((row) => column.pixels.map((pixel) => row * pixels + pixel));
}

/** Lays out a network: O(weights drawn). */
export function layoutGraph(topology: Topology, focus: readonly number[]): Graph {
  const columns = placeColumns(topology, focus);
  const height = heightOf(topology);
  const edges: GraphEdge[] = [];
  for (const layer of topology.layers.filter(({ spec }) => spec.kind === 'dense'))
    for (const source of layer.sources)
      for (const j of drawnRows(columns[layer.index + 1]))
        for (const i of drawnEntries(columns[source.layer + 1])) {
          const curve = edgeCurve(columns, height, layer, j, source, i);
          const index = weightIndex(topology, layer.index, j, source.column + i);
          edges.push({ index, path: pathOf(curve), samples: sampleCurve(curve) });
        }
  const kernels = placeKernels(topology, columns);
  return { topology, columns, height, edges, kernels, links: placeLinks(topology, columns, kernels) };
}

/** How a parameter is marked: a weight by its path (drawn or not) or its kernel's cell, a bias by its circle. */
export type Mark =
  | { readonly kind: 'edge'; readonly index: number; readonly path: string }
  | ({ readonly kind: 'cell'; readonly index: number } & Box)
  | ({ readonly kind: 'unit'; readonly index: number } & Disc);

/** The mark of a parameter; null when there is none such, or its kernel is not drawn. */
export function markOf({ topology, columns, kernels, height }: Graph, index: number): Mark | null {
  if (index < 0 || index >= topology.W) return null;
  const { layer: at, j, source: from } = parameterName(topology, index);
  const layer = topology.layers[at];
  const column = columns[at + 1];
  if (layer === undefined || column === undefined) return null;
  if (from === null) return { kind: 'unit', index, ...biasDisc(column, j) };
  const source = layer.sources.find((candidate) => candidate.layer === from.layer);
  if (source === undefined) return null;
  if (layer.spec.kind === 'dense')
    return { kind: 'edge', index, path: pathOf(edgeCurve(columns, height, layer, j, source, from.i)) };
  const cell = findCell(kernels, index);
  return cell === null ? null : { kind: 'cell', index, ...cell };
}
