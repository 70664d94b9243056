import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Shape } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { columnPlaces, GRAPH, heightOf } from './columnPlaces.ts';
import { type Detail, detailOf } from './detail.ts';
import { shownUnits, type Row } from './shownUnits.ts';

export type PlacedRow = Row & { readonly y: number };

/** A column of units or of an image's channels: the inputs (layer −1) or a layer. */
export interface Column {
  readonly layer: number;
  readonly shape: Shape;
  readonly x: number;
  /** Half the side of a unit or of a channel's tile. */
  readonly radius: number;
  /** Units, or channels of an image. */
  readonly rows: readonly PlacedRow[];
  /** For each row's image the pixels that edges are drawn from; empty when rows are units. */
  readonly pixels: readonly number[];
}

const LARGEST_SPACING = 38;
const LARGEST_RADIUS = 11;
const LARGEST_TILE_SPACING = 62;
const LARGEST_TILE_RADIUS = 19;

const shapeAt = (topology: Topology, layer: number): Shape => {
  const known = topology.layers[layer];
  if (known !== undefined) return known.shape;
  const source = topology.layers.flatMap(({ sources }) => sources).find((one) => one.layer < 0);
  return source?.shape ?? [topology.inputUnits];
};

/** Pixels of a channel; 1 for units. */
export const pixelsOf = ({ shape }: Pick<Column, 'shape'>): number =>
  shape.length === 3 ? (shape[1] ?? 1) * (shape[2] ?? 1) : 1;

export const isImage = ({ shape }: Pick<Column, 'shape'>): boolean => shape.length === 3;

/** The entries of each column that must be drawn because one of the parameters ends there. */
function focusedUnits(
  topology: Topology,
  parameters: readonly number[],
): { rows: number[]; pixels: number[] }[] {
  const shapes = [-1, ...topology.layers.keys()].map((layer) => ({ shape: shapeAt(topology, layer) }));
  const focus = shapes.map(() => ({ rows: [] as number[], pixels: [] as number[] }));
  for (const index of parameters) {
    if (index < 0 || index >= topology.W) continue;
    const { layer, j, source } = parameterName(topology, index);
    focus[layer + 1]?.rows.push(j);
    const from = source === null ? undefined : shapes[source.layer + 1];
    if (source === null || from === undefined) continue;
    const pixels = source.kernel === undefined ? pixelsOf(from) : 1;
    focus[source.layer + 1]?.rows.push(Math.floor(source.i / pixels));
    focus[source.layer + 1]?.pixels.push(source.i % pixels);
  }
  return focus;
}

/** Whether any layer reads another than the one before it: its lanes need room above and below the units. */
export const hasSkips = (topology: Topology): boolean =>
  topology.layers.some((layer) => layer.sources.some((source) => source.layer < layer.index - 1));

/** Places the units of the inputs and of every layer; parameters in `focus` get both their ends drawn. */
export function placeColumns(topology: Topology, focus: readonly number[]): Column[] {
  const detail: Detail = detailOf(topology);
  const height = heightOf(topology);
  const margin = GRAPH.top + (hasSkips(topology) ? GRAPH.laneRoom : 0);
  const places = columnPlaces(topology);
  return focusedUnits(topology, focus).map((focused, index): Column => {
    const shape = shapeAt(topology, index - 1);
    const image = shape.length === 3;
    const x = places[index] ?? 0;
    const step = Math.min(x - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - x);
    const rows = shownUnits(shape[0] ?? 0, image ? detail.channels : detail.units, focused.rows);
    const largest = image
      ? { spacing: LARGEST_TILE_SPACING, radius: LARGEST_TILE_RADIUS }
      : { spacing: LARGEST_SPACING, radius: LARGEST_RADIUS };
    const room = height - 2 * margin;
    /** Kernels take the whole height of a row, units only reach out by their radius. */
    const between = Math.max(1, image ? rows.length : rows.length - 1);
    const spacing = Math.min(largest.spacing, room / between);
    const first = height / 2 - (spacing * (rows.length - 1)) / 2;
    const pixels = image
      ? shownUnits(pixelsOf({ shape }), detail.pixels, focused.pixels).flatMap((row) =>
          row.kind === 'unit' ? [row.unit] : [],
        )
      : [];
    return {
      layer: index - 1,
      shape,
      x,
      radius: Math.min(largest.radius, 0.42 * spacing, image ? 0.36 * step - 4 : 0.3 * step),
      rows: rows.map((row, place): PlacedRow => ({ ...row, y: first + place * spacing })),
      pixels,
    };
  });
}

/** The unit or channel that an entry of a layer's activations belongs to. */
export const rowOf = (column: Column, entry: number): number => Math.floor(entry / pixelsOf(column));

/** Height of a unit or channel, or of the gap that stands for it. */
export function rowY(column: Column, unit: number): number {
  const row = column.rows.find((candidate) =>
    candidate.kind === 'unit'
      ? candidate.unit === unit
      : unit >= candidate.first && unit < candidate.first + candidate.count,
  );
  if (row === undefined) throw new Error(`internal: unit not in the drawing: ${unit}`);
  return row.y;
}

/** The units or channels of a column that are drawn. */
export const drawnRows = (column: Column | undefined): number[] =>
  column?.rows.flatMap((row) => (row.kind === 'unit' ? [row.unit] : [])) ?? [];
