export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A chain of cubic Bézier curves: x0 y0, then (c1x c1y c2x c2y x y) for each. */
export type Curve = readonly number[];

const ease = (from: Point, to: Point): number[] => {
  const middle = (from.x + to.x) / 2;
  return [middle, from.y, middle, to.y, to.x, to.y];
};

/** An edge between neighbouring columns: leaves and arrives horizontally. */
export const neighbourCurve = (from: Point, to: Point): Curve => [from.x, from.y, ...ease(from, to)];

/** A skip connection: rises to its lane by `enter.x`, runs along it to `leave.x`, comes down to the unit. */
export function skipCurve(from: Point, to: Point, enterX: number, leaveX: number, lane: number): Curve {
  const enter = { x: enterX, y: lane };
  const leave = { x: leaveX, y: lane };
  return [from.x, from.y, ...ease(from, enter), ...ease(enter, leave), ...ease(leave, to)];
}

const round = (value: number): number => Math.round(value * 10) / 10;

export function pathOf(curve: Curve): string {
  const [x, y, ...rest] = curve.map(round);
  return `M${x} ${y}C${rest.join(' ')}`;
}

/** The area between two vertical sides: their middles and heights. */
export function ribbonPath(from: Point, fromHeight: number, to: Point, toHeight: number): string {
  const at = ({ x, y }: Point, by: number): Point => ({ x, y: y + by });
  const there = neighbourCurve(at(from, -fromHeight / 2), at(to, -toHeight / 2));
  const back = neighbourCurve(at(to, toHeight / 2), at(from, fromHeight / 2));
  return `${pathOf(there)}L${pathOf(back).slice(1)}Z`;
}

const SAMPLES = 12;

/** Points along the curve, x and y in turn: what the pointer's distance is measured to. */
export function sampleCurve(curve: Curve): Float64Array {
  const cubics = (curve.length - 2) / 6;
  const points = new Float64Array(2 * (cubics * SAMPLES + 1));
  const at = (index: number): number => curve[index] ?? Number.NaN;
  for (let sample = 0; sample <= cubics * SAMPLES; sample++) {
    const cubic = Math.min(Math.floor(sample / SAMPLES), cubics - 1);
    const t = sample / SAMPLES - cubic;
    const s = 1 - t;
    for (const axis of [0, 1]) {
      const first = 6 * cubic + axis;
      points[2 * sample + axis] =
        s * s * s * at(first) +
        3 * s * s * t * at(first + 2) +
        3 * s * t * t * at(first + 4) +
        t * t * t * at(first + 6);
    }
  }
  return points;
}
