import { contours } from 'd3-contour';
import { roundTicks } from '../roundNumbers.ts';
import { colourIn } from './colours.ts';
import type { Frame } from './frame.ts';
import { px, type ScenePath } from './scene.ts';
import { strokeOf } from './scatter.ts';
import type { ContourTrace } from './spec.ts';

const LEVELS = 12;

/** Between what the colours run, and where the lines are. */
export interface Heights {
  readonly low: number;
  readonly high: number;
  readonly levels: readonly number[];
}

export function heightsOf({ z, zmin, zmax, contours: asked, ncontours = LEVELS }: ContourTrace): Heights {
  const finite = z.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  const low = zmin ?? finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = zmax ?? finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (asked === undefined) return { low, high, levels: low < high ? roundTicks(low, high, ncontours) : [] };
  const { start, end, size } = asked;
  const count = Math.floor((end - start) / size + 1e-9) + 1;
  return { low, high, levels: Array.from({ length: Math.max(0, count) }, (_, k) => start + k * size) };
}

/** A level's outline in pixels: what lies above it, and the line itself without the edges of the grid. */
interface Outline {
  readonly area: string;
  readonly line: string;
}

type Corner = readonly number[];

/** The parts of a ring between the points left out. */
function partsOf(ring: readonly Corner[], isOut: (corner: Corner) => boolean): Corner[][] {
  const parts: Corner[][] = [[]];
  for (const corner of ring)
    if (isOut(corner)) parts.push([]);
    else parts.at(-1)?.push(corner);
  return parts.filter((part) => part.length > 1);
}

function outlines(frame: Frame, { x, y, z }: ContourTrace): (level: number) => Outline {
  const across = frame.x.pixel(x[0]);
  const upward = frame.y.pixel(y[0]);
  const [dx, dy] = [frame.x.pixel(x[1]) - across, frame.y.pixel(y[1]) - upward];
  // a grid's point (i, j) stands at (i + ½, j + ½)
  const place = ([i = NaN, j = NaN]: Corner): string =>
    `${px(across + (i - 0.5) * dx)},${px(upward + (j - 0.5) * dy)}`;
  const isEdge = ([i = NaN, j = NaN]: Corner): boolean => i <= 0 || j <= 0 || i >= x.length || j >= y.length;
  const grid = contours().size([x.length, y.length]);
  const values = z.flatMap((row) => row.map((value) => value ?? NaN));
  const path = (corners: readonly Corner[]): string => `M${corners.map(place).join('L')}`;
  return (level) => {
    const rings = grid.contour(values, level).coordinates.flat();
    return {
      area: rings.map((ring) => `${path(ring)}Z`).join(''),
      line: rings.flatMap((ring) => partsOf(ring, isEdge).map(path)).join(''),
    };
  };
}

/** The colour of each band, the one below the lowest line first. */
export function bandColours(
  { colorscale = [] }: ContourTrace,
  { low, high, levels }: Heights,
): readonly string[] {
  const first = levels[0] ?? low;
  const size = (levels[1] ?? high) - first;
  return [first - size, ...levels].map((floor) =>
    colourIn(colorscale, (floor + size / 2 - low) / (high - low || 1)),
  );
}

/** A surface's bands, each over the one below, and its lines. */
export function contourPaths(frame: Frame, trace: ContourTrace): readonly ScenePath[] {
  const heights = heightsOf(trace);
  const outline = outlines(frame, trace);
  const above = heights.levels.map(outline);
  const isFilled = trace.contours?.coloring !== 'none';
  const colours = isFilled ? bandColours(trace, heights) : [];
  const whole = isFilled ? outline(-Number.MAX_VALUE).area : '';
  const bands = colours.map((fill, k): ScenePath => ({ d: above[k - 1]?.area ?? whole, fill }));
  const lines = above.map(({ line }): ScenePath => ({ d: line, ...strokeOf(trace.line) }));
  return [...bands, ...lines].filter(({ d }) => d !== '').map((path) => ({ ...path, within: frame.plot }));
}
