/** Rotations of one eigenvalue after which something is wrong; two or three are usual. */
const MOST_SWEEPS = 60;

/** What is smaller than this beside a norm of 1 would only underflow. */
const NOTHING = 1e-150;

/** All eigenpairs of a symmetric tridiagonal matrix, in no order. */
export interface TridiagonalPairs {
  readonly values: Float64Array;
  /** Of the unit eigenvector to `values[p]` the rows asked for, r of them: the run of r numbers from `p · r`. */
  readonly vectors: Float64Array;
}

/**
 * All eigenpairs of the symmetric tridiagonal matrix with `alpha` on the diagonal and `beta` beside it, by the QL
 * method with implicit shifts (Bowdler et al. 1968, tql2); `beta` has one entry less, further ones are not read.
 * Written here because a library's would be half of the worker. Backward stable: errors of a few 2⁻⁵² times
 * the norm. Of the eigenvectors only the `rows` asked for are carried along: O(k²) for each, O(k³) for all.
 * @throws `internal: no eigenvalue after 60 sweeps: 3` when an entry is not a number
 */
export function tridiagonalPairs(
  alpha: readonly number[],
  beta: readonly number[],
  rows: readonly number[] = alpha.map((_, row) => row),
): TridiagonalPairs {
  const k = alpha.length;
  const scale = [...alpha, ...beta.slice(0, k - 1)].reduce((top, x) => Math.max(top, Math.abs(x)), 0) || 1;
  const d = Float64Array.from(alpha, (x) => x / scale);
  const e = Float64Array.from({ length: k }, (_, i) => (i < k - 1 ? beta[i] / scale : 0));
  const vectors = new Float64Array(k * rows.length);
  rows.forEach((row, place) => (vectors[row * rows.length + place] = 1));
  for (let l = 0; l < k; l++) {
    for (let sweep = 0; ; sweep++) {
      const m = endOfBlock(d, e, l);
      if (m === l) break;
      if (sweep === MOST_SWEEPS) throw new Error(`internal: no eigenvalue after ${MOST_SWEEPS} sweeps: ${l}`);
      sweepUp(d, e, vectors, rows.length, l, m);
    }
  }
  return { values: d.map((value) => value * scale), vectors };
}

/** The first index from l on beside which the matrix falls apart. */
function endOfBlock(d: Float64Array, e: Float64Array, l: number): number {
  let m = l;
  for (; m < d.length - 1; m++) {
    const size = Math.abs(d[m]) + Math.abs(d[m + 1]);
    if (Math.abs(e[m]) <= Number.EPSILON * size + NOTHING) break;
  }
  return m;
}

/** One QL sweep with Wilkinson's shift over rows l … m, by plane rotations. */
function sweepUp(
  d: Float64Array,
  e: Float64Array,
  vectors: Float64Array,
  rows: number,
  l: number,
  m: number,
): void {
  const ratio = (d[l + 1] - d[l]) / (2 * e[l]);
  const root = Math.hypot(ratio, 1);
  let g = d[m] - d[l] + e[l] / (ratio + (ratio >= 0 ? root : -root));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const r = lengthOf(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    const t = (d[i] - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    rotate(vectors, rows, i, s, c);
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}

/** Squares below this have lost digits to underflow. */
const SMALLEST_SQUARE = 1e-280;

/** `√(f² + g²)` of numbers that do not overflow: `Math.hypot` is slow, and needed only next to underflow. */
function lengthOf(f: number, g: number): number {
  const square = f * f + g * g;
  return square > SMALLEST_SQUARE ? Math.sqrt(square) : Math.hypot(f, g);
}

/** Turns the rows carried of eigenvectors i and i + 1 in their plane. */
function rotate(vectors: Float64Array, rows: number, i: number, s: number, c: number): void {
  const first = i * rows;
  const second = first + rows;
  for (let q = 0; q < rows; q++) {
    const x = vectors[first + q];
    const y = vectors[second + q];
    vectors[second + q] = s * x + c * y;
    vectors[first + q] = c * x - s * y;
  }
}
