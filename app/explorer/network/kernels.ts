import type { Conv2dSpec } from '../../../engine/experiment/problem.ts';
import type { Layer } from '../../../engine/layers/layer.ts';
import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { heightOf } from './columnPlaces.ts';
import { type Column, drawnRows, rowY } from './columns.ts';
import { biasDisc, type Box } from './ports.ts';

/** A kernel as it is drawn: a square of cells, each of them a weight. */
export interface Kernel extends Box {
  readonly layer: number;
  /** Channel that is read, and channel that is fed. */
  readonly from: number;
  readonly to: number;
  /** Index of its first weight; the others follow row by row. */
  readonly first: number;
  /** Cells of a side. */
  readonly side: number;
}

const LARGEST = 42;
const LARGEST_CELL = 14;
/** Part of its place that a kernel fills. */
const FILLED = 0.84;

/** Columns of the arrangement of `count` kernels in a place that makes them largest. */
function arrange(
  count: number,
  width: number,
  height: number,
): { readonly columns: number; readonly size: number } {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const size = FILLED * Math.min(width / columns, height / Math.ceil(count / columns));
    if (size > best.size) best = { columns, size };
  }
  return best;
}

const isConvolution = (layer: Layer): layer is Layer<Conv2dSpec> => layer.spec.kind === 'conv2d';

/** Distance of neighbouring rows; of a single one the height of the drawing. */
const spacingOf = ({ rows }: Column, height: number): number =>
  rows.length > 1 ? (rows[1]?.y ?? 0) - (rows[0]?.y ?? 0) : 0.7 * height;

function kernelsOf(layer: Layer<Conv2dSpec>, columns: readonly Column[], height: number): Kernel[] {
  const [source] = layer.sources;
  const read = columns[(source?.layer ?? -1) + 1];
  const before = columns[layer.index];
  const own = columns[layer.index + 1];
  if (read === undefined || before === undefined || own === undefined)
    throw new Error(`internal: no column for layer ${layer.index}`);
  const left = before.x + before.radius;
  const right = biasDisc(own, drawnRows(own)[0] ?? 0);
  const width = right.x - right.radius - left;
  const froms = drawnRows(read);
  const side = layer.spec.kernel;
  const spacing = spacingOf(own, height);
  const { columns: across, size: room } = arrange(froms.length, width, spacing);
  const size = Math.min(room, LARGEST, LARGEST_CELL * side);
  const pitch = size / FILLED;
  const down = Math.ceil(froms.length / across);
  return drawnRows(own).flatMap((to) =>
    froms.map((from, at): Kernel => {
      const [row, column] = [Math.floor(at / across), at % across];
      const x = left + width / 2 + (column - (across - 1) / 2) * pitch - size / 2;
      const y = rowY(own, to) + (row - (down - 1) / 2) * pitch - size / 2;
      const first = layer.weights + to * layer.fanIn + from * side * side;
      return { layer: layer.index, from, to, first, side, x, y, width: size, height: size };
    }),
  );
}

/** The kernels of all convolutions between channels that are drawn. */
export const placeKernels = (topology: Topology, columns: readonly Column[]): readonly Kernel[] =>
  topology.layers.filter(isConvolution).flatMap((layer) => kernelsOf(layer, columns, heightOf(topology)));

/** A weight of a kernel as a box of the drawing. */
export function cellOf({ x, y, width, side }: Kernel, at: number): Box {
  const size = width / side;
  return { x: x + (at % side) * size, y: y + Math.floor(at / side) * size, width: size, height: size };
}

/** The kernel that a weight belongs to, drawn as a square of its own; null for any other parameter. */
export function kernelAt(topology: Topology, index: number, size: number): Kernel | null {
  const { layer: at, j: to, source } = parameterName(topology, index);
  const layer = topology.layers[at];
  if (source?.kernel === undefined || layer === undefined || !isConvolution(layer)) return null;
  const side = layer.spec.kernel;
  const first = layer.weights + to * layer.fanIn + source.i * side * side;
  return { layer: at, from: source.i, to, first, side, x: 0, y: 0, width: size, height: size };
}

/** The kernel that holds a weight, and the weight's place in it. */
export function findCell(kernels: readonly Kernel[], index: number): Box | null {
  const kernel = kernels.find(({ first, side }) => index >= first && index < first + side * side);
  return kernel === undefined ? null : cellOf(kernel, index - kernel.first);
}
