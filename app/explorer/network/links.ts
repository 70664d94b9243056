import type { Layer, Source } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { type Column, drawnRows, isImage, rowY } from './columns.ts';
import { GRAPH } from './columnPlaces.ts';
import { neighbourCurve, pathOf, type Point, ribbonPath, skipCurve } from './edgeCurve.ts';
import type { Kernel } from './kernels.ts';
import { biasDisc, tileOf } from './ports.ts';

/** A connection without a weight of its own: a ribbon between two boxes, or a line. */
export interface Link {
  readonly key: string;
  readonly kind: 'ribbon' | 'line';
  readonly path: string;
}

/** A vertical side of something: what a ribbon joins. */
interface Side extends Point {
  readonly height: number;
}

const ribbon = (key: string, from: Side, to: Side): Link => ({
  key,
  kind: 'ribbon',
  path: ribbonPath(from, from.height, to, to.height),
});

const line = (key: string, from: Point, to: Point): Link => ({
  key,
  kind: 'line',
  path: pathOf(neighbourCurve(from, to)),
});

function rightSide(column: Column, row: number): Side {
  if (!isImage(column)) return { x: column.x + column.radius, y: rowY(column, row), height: 0 };
  const { x, y, width, height } = tileOf(column, row);
  return { x: x + width, y: y + height / 2, height };
}

function leftSide(column: Column, row: number): Side {
  if (!isImage(column)) return { x: column.x - column.radius, y: rowY(column, row), height: 0 };
  const { x, y, height } = tileOf(column, row);
  return { x, y: y + height / 2, height };
}

/** From one column to a later one that is not its neighbour: over the columns between. */
function skip(key: string, columns: readonly Column[], from: Column, to: Point, reader: number): Link {
  const start = rightSide(from, drawnRows(from)[0] ?? 0);
  const enter = columns[from.layer + 2]?.x ?? start.x;
  const leave = columns[reader]?.x ?? to.x;
  return { key, kind: 'line', path: pathOf(skipCurve(start, to, enter, leave, GRAPH.lane + 2)) };
}

/** Pools and sums: a row feeds the same row. */
function rowLinks(columns: readonly Column[], layer: Layer, source: Source): Link[] {
  const from = columns[source.layer + 1];
  const to = columns[layer.index + 1];
  if (from === undefined || to === undefined) return [];
  const name = `${source.layer}-${layer.index}`;
  if (source.layer < layer.index - 1)
    return [skip(name, columns, from, leftSide(to, drawnRows(to)[0] ?? 0), layer.index)];
  const there = drawnRows(from);
  return drawnRows(to)
    .filter((row) => there.includes(row))
    .map((row) => {
      const [start, end] = [rightSide(from, row), leftSide(to, row)];
      return isImage(to) ? ribbon(`${name}-${row}`, start, end) : line(`${name}-${row}`, start, end);
    });
}

/** A convolution: from the channel to its kernel, from there to the sum and its bias. */
function kernelLinks(
  columns: readonly Column[],
  layer: Layer,
  source: Source,
  kernels: readonly Kernel[],
): Link[] {
  const from = columns[source.layer + 1];
  const to = columns[layer.index + 1];
  if (from === undefined || to === undefined) return [];
  const own = kernels.filter((kernel) => kernel.layer === layer.index);
  const isNeighbour = source.layer === layer.index - 1;
  const sums = drawnRows(to).map((row): Link => {
    const disc = biasDisc(to, row);
    const tile = leftSide(to, row);
    return line(`sum-${layer.index}-${row}`, { x: disc.x + disc.radius, y: disc.y }, tile);
  });
  const [first] = own;
  const far =
    isNeighbour || first === undefined
      ? []
      : [
          skip(
            `${source.layer}-${layer.index}`,
            columns,
            from,
            { x: first.x, y: first.y + first.height / 2 },
            layer.index,
          ),
        ];
  const near = own.flatMap((kernel): Link[] => {
    const name = `${layer.index}-${kernel.to}-${kernel.from}`;
    const middle = { y: kernel.y + kernel.height / 2, height: kernel.height };
    const disc = biasDisc(to, kernel.to);
    const onward = ribbon(
      `${name}-out`,
      { ...middle, x: kernel.x + kernel.width },
      { x: disc.x, y: disc.y, height: 2 },
    );
    if (!isNeighbour) return [onward];
    return [ribbon(`${name}-in`, rightSide(from, kernel.from), { ...middle, x: kernel.x }), onward];
  });
  return [...far, ...near, ...sums];
}

/** Every connection that has no weights of its own. */
export const placeLinks = (
  { layers }: Topology,
  columns: readonly Column[],
  kernels: readonly Kernel[],
): readonly Link[] =>
  layers
    .filter(({ spec }) => spec.kind !== 'dense')
    .flatMap((layer) =>
      layer.sources.flatMap((source) =>
        layer.rows > 0 ? kernelLinks(columns, layer, source, kernels) : rowLinks(columns, layer, source),
      ),
    );
