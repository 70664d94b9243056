import { parameterName, weightIndex } from '../../../engine/network/parameterNames.ts';
import type { Layer, Source } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { GRAPH, placeColumns, unitY, type Column } from './columns.ts';
import { neighbourCurve, pathOf, sampleCurve, skipCurve, type Curve } from './edgeCurve.ts';

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
  readonly edges: readonly GraphEdge[];
}

/** Skip connections of the upper half of the units pass above the columns between, the others below. */
function laneOf(column: Column, unit: number, source: Source, layer: Layer, j: number): number {
  const upper = unitY(column, unit) <= GRAPH.height / 2;
  const share =
    source.units * layer.units > 1 ? (unit * layer.units + j) / (source.units * layer.units - 1) : 0;
  const depth = GRAPH.lane + (GRAPH.laneRoom - GRAPH.lane) * (upper ? share : 1 - share);
  return upper ? depth : GRAPH.height - depth;
}

/** The curve of a weight to unit j of a layer from unit i of one of its sources. O(rows). */
function edgeCurve(columns: readonly Column[], layer: Layer, j: number, source: Source, i: number): Curve {
  const start = columns[source.layer + 1];
  const end = columns[layer.index + 1];
  if (start === undefined || end === undefined)
    throw new Error(`internal: no column for layer ${layer.index}`);
  const from = { x: start.x + start.radius, y: unitY(start, i) };
  const to = { x: end.x - end.radius, y: unitY(end, j) };
  const first = columns[source.layer + 2];
  const last = columns[layer.index];
  if (first === undefined || last === undefined || source.layer === layer.index - 1)
    return neighbourCurve(from, to);
  return skipCurve(from, to, first.x, last.x, laneOf(start, i, source, layer, j));
}

const drawnUnits = (column: Column | undefined): number[] =>
  column?.rows.flatMap((row) => (row.kind === 'unit' ? [row.unit] : [])) ?? [];

/** Lays out a network: O(edges drawn). */
export function layoutGraph(topology: Topology, focus: readonly number[]): Graph {
  const columns = placeColumns(topology, focus);
  const edges: GraphEdge[] = [];
  for (const layer of topology.layers)
    for (const source of layer.sources)
      for (const j of drawnUnits(columns[layer.index + 1]))
        for (const i of drawnUnits(columns[source.layer + 1])) {
          const curve = edgeCurve(columns, layer, j, source, i);
          const index = weightIndex(topology, layer.index, j, source.column + i);
          edges.push({ index, path: pathOf(curve), samples: sampleCurve(curve) });
        }
  return { topology, columns, edges };
}

/** How a parameter is marked: a weight by its path (drawn or not), a bias by its unit's circle. */
export type Mark =
  | { readonly kind: 'edge'; readonly index: number; readonly path: string }
  | {
      readonly kind: 'unit';
      readonly index: number;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
    };

export function markOf({ topology, columns }: Graph, index: number): Mark | null {
  if (index < 0 || index >= topology.W) return null;
  const name = parameterName(topology, index);
  const layer = topology.layers[name.layer];
  const column = columns[name.layer + 1];
  if (layer === undefined || column === undefined) return null;
  if (name.source === null)
    return { kind: 'unit', index, x: column.x, y: unitY(column, name.j), radius: column.radius };
  const { layer: from, i } = name.source;
  const source = layer.sources.find((candidate) => candidate.layer === from);
  return source === undefined
    ? null
    : { kind: 'edge', index, path: pathOf(edgeCurve(columns, layer, name.j, source, i)) };
}
