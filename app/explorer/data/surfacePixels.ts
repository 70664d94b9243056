import { scaleLinear } from 'd3-scale';
import { pixelOf, stepOf } from '../../charts/colourScale.ts';
import type { Colouring } from './plotData.ts';

/** Tints of one class from the card's own colour to the strongest tint. */
export type Tints = Uint32Array;

const TINTS = 64;
const STRONGEST = 0.24;

export function tintsOf(card: string, colour: string, strongest = STRONGEST): Tints {
  const tint = scaleLinear<string>([0, (TINTS - 1) / strongest], [card, colour]);
  return Uint32Array.from({ length: TINTS }, (_, step) => pixelOf(tint(step)));
}

const tint = (tints: Tints | undefined, strength: number): number =>
  tints?.[Math.round((TINTS - 1) * Math.min(1, Math.max(0, strength)))] ?? 0;

/** The class that leads, and by how much: 0 at the border between two. */
function leaderOf(outputs: Float64Array, at: number, count: number): readonly [index: number, lead: number] {
  let leader = 0;
  let first = -Infinity;
  let second = -Infinity;
  for (let k = 0; k < count; k++) {
    const y = outputs[at + k] ?? NaN;
    if (y > first) {
      second = first;
      first = y;
      leader = k;
    } else if (y > second) second = y;
  }
  return [leader, first - second];
}

export interface SurfacePalette {
  /** Of the two classes of a target of 0 or 1: 1 first; or of every class. */
  readonly classes: readonly Tints[];
  /** The diverging colour table of the theme. */
  readonly values: Uint32Array;
}

/**
 * The decision surface, one pixel for each grid cell: the leading class tinted by its lead, or the output's
 * size on the diverging scale. Outputs that are not finite leave the cell empty.
 */
export function surfacePixels(
  outputs: Float64Array,
  cells: number,
  output: number,
  colouring: Colouring,
  { classes, values }: SurfacePalette,
): Uint32Array<ArrayBuffer> {
  const count = outputs.length / cells;
  const pixels = new Uint32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const at = cell * count;
    const y = outputs[at + output] ?? NaN;
    if (!Number.isFinite(y)) continue;
    if (colouring.kind === 'values') {
      pixels[cell] = values[stepOf(colouring.largest > 0 ? y / colouring.largest : 0)] ?? 0;
    } else if (colouring.kind === 'classes' && colouring.oneHot) {
      const [leader, lead] = leaderOf(outputs, at, count);
      pixels[cell] = tint(classes[leader % classes.length], lead);
    } else pixels[cell] = tint(classes[y >= 0.5 ? 0 : 1], Math.abs(2 * y - 1));
  }
  return pixels;
}
