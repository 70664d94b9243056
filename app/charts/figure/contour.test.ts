import { describe, expect, test } from 'vitest';
import { bandColours, contourPaths, heightsOf } from './contour.ts';
import { frameOf } from './frame.ts';
import type { ContourTrace } from './spec.ts';

const SIDE = 41;
const places = Array.from({ length: SIDE }, (_, k) => (4 * k) / (SIDE - 1) - 2);

const surface = (
  height: (x: number, y: number) => number | null,
  levels: readonly number[],
): ContourTrace => ({
  type: 'contour',
  x: places,
  y: places,
  z: places.map((y) => places.map((x) => height(x, y))),
  contours: {
    start: levels[0] ?? 0,
    end: levels.at(-1) ?? 0,
    size: (levels[1] ?? 1) - (levels[0] ?? 0),
    coloring: 'none',
  },
  line: { color: 'black', width: 1 },
});

const frameFor = (trace: ContourTrace) => frameOf([trace], {}, { width: 500, height: 400 }, () => 20, 0);

/** The points of a path, back in the units of the axes. */
function pointsOf(trace: ContourTrace, d: string) {
  const { x, y, plot } = frameFor(trace);
  const back = (pixel: number, from: number, to: number, { low, high }: { low: number; high: number }) =>
    low + ((pixel - from) / (to - from)) * (high - low);
  return d
    .split(/[ML]/)
    .filter((part) => part !== '')
    .map((part) => {
      const [px = NaN, py = NaN] = part.split(',').map(Number);
      return { x: back(px, plot.left, plot.right, x.range), y: back(py, plot.bottom, plot.top, y.range) };
    });
}

/** A hundredth of a pixel in units of the axes: what a path rounds off. */
const ROUNDED = (4 / 350) * 0.01;

describe('contours', () => {
  test('of a plane are straight lines, exactly', () => {
    const trace = surface((x) => x, [-1, 0.3]);
    const paths = contourPaths(frameFor(trace), trace);
    expect(paths).toHaveLength(2);
    paths.forEach(({ d }, k) => {
      const points = pointsOf(trace, d);
      expect(points.length).toBeGreaterThan(SIDE - 3);
      for (const { x } of points) expect(Math.abs(x - ([-1, 0.3][k] ?? NaN))).toBeLessThanOrEqual(ROUNDED);
    });
  });

  test('of a bowl are circles, to the square of the grid', () => {
    const trace = surface((x, y) => x * x + y * y, [1, 2]);
    // interpolating x² linearly over a step h is wrong by h²/4 at most, the radius by half of that over r
    const h = 4 / (SIDE - 1);
    contourPaths(frameFor(trace), trace).forEach(({ d }, k) => {
      const radius = Math.sqrt(k + 1);
      for (const { x, y } of pointsOf(trace, d))
        expect(Math.abs(Math.hypot(x, y) - radius)).toBeLessThanOrEqual((h * h) / 8 / radius + 2 * ROUNDED);
    });
  });

  test('do not run along the edges of the grid', () => {
    const trace = surface((x, y) => x + y, [-3, 0, 3]);
    for (const { d } of contourPaths(frameFor(trace), trace))
      for (const { x, y } of pointsOf(trace, d))
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2 + ROUNDED);
  });

  test('leave a gap where there is no height', () => {
    const { line, x, y, z } = surface((u, v) => (u > 0 ? null : u + v), [0, 1]);
    const filled: ContourTrace = {
      type: 'contour',
      x,
      y,
      z,
      line,
      colorscale: [
        [0, '#000'],
        [1, '#fff'],
      ],
    };
    const [ground] = contourPaths(frameFor(filled), filled);
    const right = Math.max(
      ...pointsOf(filled, (ground?.d ?? '').replaceAll('Z', '')).map((point) => point.x),
    );
    expect(right).toBeLessThan(0.2);
  });

  test('have the colours of the middles of their bands', () => {
    const { line, x, y, z } = surface((u) => u, [0, 1]);
    const filled: ContourTrace = {
      ...{ type: 'contour', x, y, z, line, zmin: -2, zmax: 2 },
      contours: { start: -1, end: 1, size: 1 },
      colorscale: [
        [0, '#000000'],
        [1, '#c8c8c8'],
      ],
    };
    expect(heightsOf(filled)).toEqual({ low: -2, high: 2, levels: [-1, 0, 1] });
    // at −1.5, −0.5, 0.5 and 1.5 of −2 to 2: an eighth, three, five and seven of 200
    expect(bandColours(filled, heightsOf(filled))).toEqual(
      [25, 75, 125, 175].map((grey) => `rgb(${grey}, ${grey}, ${grey})`),
    );
  });
});
