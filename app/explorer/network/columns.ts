import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { shownUnits, type Row } from './shownUnits.ts';

/** The graph's coordinate system; the drawing is scaled to the card's width. */
export const GRAPH = { width: 312, height: 164, side: 30, top: 12, lane: 4, laneRoom: 26 } as const;

export type PlacedRow = Row & { readonly y: number };

/** A column of units: the inputs (layer −1) or a layer. */
export interface Column {
  readonly layer: number;
  readonly x: number;
  readonly radius: number;
  readonly rows: readonly PlacedRow[];
}

const MOST_UNITS = [12, 9, 6, 4] as const;
const MOST_EDGES = 600;
const LARGEST_SPACING = 38;
const LARGEST_RADIUS = 11;

const unitsOf = (topology: Topology, layer: number): number =>
  topology.layers[layer]?.units ?? topology.inputUnits;

/** The units of each column that must be drawn because one of the parameters ends there. */
function focusedUnits(topology: Topology, parameters: readonly number[]): number[][] {
  const focus: number[][] = Array.from({ length: topology.layers.length + 1 }, () => []);
  for (const index of parameters) {
    if (index < 0 || index >= topology.W) continue;
    const { layer, j, source } = parameterName(topology, index);
    focus[layer + 1]?.push(j);
    if (source !== null) focus[source.layer + 1]?.push(source.i);
  }
  return focus;
}

/** How many units of a large layer are drawn: as many as keep the number of edges drawable. */
function mostUnits(topology: Topology): number {
  const edges = (most: number): number =>
    topology.layers.reduce(
      (total, layer) =>
        total +
        layer.sources.reduce(
          (sum, source) => sum + Math.min(most, source.units) * Math.min(most, layer.units),
          0,
        ),
      0,
    );
  return MOST_UNITS.find((most) => edges(most) <= MOST_EDGES) ?? 4;
}

/** Whether any layer reads another than the one before it: its lanes need room above and below the units. */
export const hasSkips = (topology: Topology): boolean =>
  topology.layers.some((layer) => layer.sources.some((source) => source.layer < layer.index - 1));

/** Places the units of the inputs and of every layer; parameters in `focus` get both their units drawn. */
export function placeColumns(topology: Topology, focus: readonly number[]): Column[] {
  const most = mostUnits(topology);
  const focused = focusedUnits(topology, focus);
  const margin = GRAPH.top + (hasSkips(topology) ? GRAPH.laneRoom : 0);
  const room = GRAPH.height - 2 * margin;
  const step = (GRAPH.width - 2 * GRAPH.side) / topology.layers.length;
  return focused.map((units, index): Column => {
    const rows = shownUnits(unitsOf(topology, index - 1), most, units);
    const spacing = Math.min(LARGEST_SPACING, rows.length > 1 ? room / (rows.length - 1) : room);
    const first = GRAPH.height / 2 - (spacing * (rows.length - 1)) / 2;
    return {
      layer: index - 1,
      x: GRAPH.side + index * step,
      radius: Math.min(LARGEST_RADIUS, 0.42 * spacing, 0.3 * step),
      rows: rows.map((row, place): PlacedRow => ({ ...row, y: first + place * spacing })),
    };
  });
}

/** Height of a unit, or of the gap that stands for it. */
export function unitY(column: Column, unit: number): number {
  const row = column.rows.find((candidate) =>
    candidate.kind === 'unit'
      ? candidate.unit === unit
      : unit >= candidate.first && unit < candidate.first + candidate.count,
  );
  if (row === undefined) throw new Error(`internal: unit not in the drawing: ${unit}`);
  return row.y;
}
