import { type Column, isImage, pixelsOf, rowOf, rowY } from './columns.ts';
import type { Point } from './edgeCurve.ts';

/** Radius of a channel's bias, and what is left free between it and the tile. */
const BIAS = 5.5;
const FREE = 1.5;

/** A circle in the drawing. */
export interface Disc extends Point {
  readonly radius: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The tile of a channel: as large as its image's sides allow; `x`, `y` its upper left corner. */
export function tileOf(column: Column, channel: number): Box {
  const [, rows = 1, columns = 1] = column.shape;
  const cell = (2 * column.radius) / Math.max(rows, columns);
  const [width, height] = [cell * columns, cell * rows];
  return { x: column.x - width / 2, y: rowY(column, channel) - height / 2, width, height };
}

/** Where the bias of a unit or channel is: in the unit, before the channel's tile. */
export function biasDisc(column: Column, row: number): Disc {
  const y = rowY(column, row);
  if (!isImage(column)) return { x: column.x, y, radius: column.radius };
  const radius = Math.min(BIAS, 0.4 * column.radius);
  return { x: column.x - column.radius - FREE - radius, y, radius };
}

/** Where an edge leaves: a unit's right side, or a pixel's share of its tile's right side. */
export function leaving(column: Column, entry: number): Point {
  const row = rowOf(column, entry);
  if (!isImage(column)) return { x: column.x + column.radius, y: rowY(column, row) };
  const tile = tileOf(column, row);
  const pixels = pixelsOf(column);
  return { x: tile.x + tile.width, y: tile.y + (((entry % pixels) + 0.5) / pixels) * tile.height };
}

/** Where an edge arrives: a unit's left side. */
export const arriving = (column: Column, unit: number): Point => ({
  x: column.x - column.radius,
  y: rowY(column, unit),
});
