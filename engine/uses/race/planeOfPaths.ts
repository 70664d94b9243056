import { dot } from '../../kernels/multiply.ts';
import { lanczosTop } from '../../spectrum/lanczos.ts';
import type { Axes } from '../../surface/axes.ts';

const LANCZOS_STEPS = 60;
const TOLERANCE = 1e-9;
/** What is shorter than that, relative to the longest step away, is rounding. */
const NOTHING = 1e-12;

const square = (x: Float64Array): number => dot(x, 0, x, 0, x.length);
const scaled = (x: Float64Array, s: number): Float64Array => x.map((entry) => s * entry);
/** x without what it has along the unit vector p. */
const across = (x: Float64Array, p: Float64Array): Float64Array => {
  const along = dot(x, 0, p, 0, x.length);
  return x.map((entry, q) => entry - along * p[q]);
};

/** The unit vector of the largest `Σ (x·v)²`, or null where all x vanish beside `size`. O(k |rows| W). */
function topDirection(rows: readonly Float64Array[], size: number): Float64Array | null {
  if (!rows.some((x) => Math.sqrt(square(x)) > NOTHING * size)) return null;
  const apply = (v: Float64Array): Float64Array => {
    const sum = new Float64Array(v.length);
    for (const x of rows) {
      const along = dot(x, 0, v, 0, v.length);
      for (let q = 0; q < sum.length; q++) sum[q] += along * x[q];
    }
    return sum;
  };
  return lanczosTop(apply, rows[0].length, 1, LANCZOS_STEPS, TOLERANCE)[0].vector;
}

/** The coordinate axis along which p is least, at right angles to p. */
function anyAcross(p: Float64Array): Float64Array {
  const least = p.reduce((at, entry, q) => (Math.abs(entry) < Math.abs(p[at]) ? q : at), 0);
  const q = across(
    p.map((_, at) => (at === least ? 1 : 0)),
    p,
  );
  return scaled(q, 1 / Math.sqrt(square(q)));
}

/**
 * The plane through `start` that holds `goal`, and shows the most of where the paths go beside that line: p from start
 * to goal, q the direction of the largest sum of squares of what the points have across p (a principal component).
 * O(k points W).
 * @param points weights on the paths, [W] each
 * @throws `a plane needs two weights, network has: 1`
 */
export function planeOfPaths(start: Float64Array, goal: Float64Array, points: readonly Float64Array[]): Axes {
  const W = start.length;
  if (W < 2) throw new Error(`a plane needs two weights, network has: ${W}`);
  const away = [goal, ...points].map((point) => point.map((weight, q) => weight - start[q]));
  const size = Math.max(...away.map((x) => Math.sqrt(square(x))));
  const [toGoal] = away;
  const reach = Math.sqrt(square(toGoal));
  const e = new Float64Array(W);
  e[0] = 1;
  const p = reach > NOTHING * size ? scaled(toGoal, 1 / reach) : (topDirection(away, size) ?? e);
  const found = topDirection(
    away.map((x) => across(x, p)),
    size,
  );
  if (found === null) return { p, q: anyAcross(p) };
  const q = across(found, p);
  return { p, q: scaled(q, 1 / Math.sqrt(square(q))) };
}

/** Where points fall in a plane through `start`, and how far from it they are. O(points W). */
export function shadows(
  { p, q }: Axes,
  start: Float64Array,
  points: readonly Float64Array[],
): { readonly s: Float64Array; readonly t: Float64Array; readonly off: Float64Array } {
  const away = points.map((point) => point.map((weight, at) => weight - start[at]));
  const along = (x: Float64Array, axis: Float64Array): number => dot(x, 0, axis, 0, x.length);
  return {
    s: Float64Array.from(away, (x) => along(x, p)),
    t: Float64Array.from(away, (x) => along(x, q)),
    off: Float64Array.from(away, (x) => Math.sqrt(square(across(across(x, p), q)))),
  };
}
