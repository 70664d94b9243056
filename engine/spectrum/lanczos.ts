import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { tridiagonalPairs } from './tridiagonal.ts';

/** An eigenpair's value, its unit vector, and a bound on the value's error: the residual ‖Ax − θx‖. */
export interface RitzPair {
  readonly value: number;
  readonly vector: Float64Array;
  readonly bound: number;
}

/** What `ritzPairs` finds: all of its pairs, from the smallest value to the largest. */
type Ritz = readonly RitzPair[];

/**
 * The smallest and the largest eigenpair of a symmetric operator by Lanczos. Stops when both residuals are
 * below `tolerance` times the largest |θ|, or after `steps`. k products and O(W k²).
 */
export function lanczosExtremes(
  apply: (q: Float64Array) => Float64Array,
  W: number,
  steps: number,
  tolerance: number,
): { smallest: RitzPair; largest: RitzPair } {
  const pairs = lanczos(apply, W, steps, (values) => [0, values.length - 1], tolerance);
  return { smallest: pairs[0], largest: pairs[1] };
}

/**
 * The `rank` eigenpairs of largest |θ| of a symmetric operator by Lanczos, largest first: until all residuals
 * are below `tolerance` times the largest |θ|, or after `steps`. A Krylov space holds one vector of each
 * eigenspace, so the rest of an eigenvalue that repeats is looked for at right angles to what is found, until
 * nothing larger turns up. k products and O(W k²).
 */
export function lanczosTop(
  apply: (q: Float64Array) => Float64Array,
  W: number,
  rank: number,
  steps: number,
  tolerance: number,
): Ritz {
  const bySize = (p: RitzPair, q: RitzPair): number => Math.abs(q.value) - Math.abs(p.value);
  const top =
    (count: number) =>
    (values: readonly number[]): number[] =>
      values
        .map((_, column) => column)
        .sort((p, q) => Math.abs(values[q]) - Math.abs(values[p]))
        .slice(0, count);
  const enough = Math.max(steps, Math.min(W, 2 * rank));
  let found = lanczos(apply, W, enough, top(rank), tolerance);
  while (found.length < W) {
    const [next] = lanczos(apply, W, enough, top(1), tolerance, found);
    if (found.length >= rank && Math.abs(next.value) <= Math.abs(found[rank - 1].value)) break;
    found = [...found, next].sort(bySize);
  }
  return found.slice(0, rank);
}

/** Below this part of the largest entry of T a residual is rounding: the space is invariant. */
export const INVARIANT = 32 * Number.EPSILON;

/**
 * Lanczos with full re-orthogonalisation (twice is enough), started from a fixed seed, at right angles to the pairs
 * that are `known`. `choose` picks, from the Ritz values in rising order, those that are asked for.
 */
function lanczos(
  apply: (q: Float64Array) => Float64Array,
  W: number,
  steps: number,
  choose: (values: readonly number[]) => readonly number[],
  tolerance: number,
  known: Ritz = [],
): Ritz {
  const kept = known.map(({ vector }) => vector);
  const most = W - kept.length;
  const start = gaussians(1 + kept.length, W);
  orthogonalise(start, kept);
  orthogonalise(start, kept);
  const Q: Float64Array[] = [unit(start)];
  const alpha: number[] = [];
  const beta: number[] = [];
  for (;;) {
    const k = Q.length;
    const next = apply(Q[k - 1]);
    alpha.push(dot(Q[k - 1], 0, next, 0, W));
    for (let twice = 0; twice < 2; twice++) {
      orthogonalise(next, kept);
      orthogonalise(next, Q);
    }
    const size = Math.sqrt(dot(next, 0, next, 0, W));
    const scale = Math.max(...alpha.map(Math.abs), ...beta, ...known.map(({ value }) => Math.abs(value)));
    const done = k === Math.min(steps, most) || size <= INVARIANT * scale;
    if (done || k % 20 === 0) {
      const pairs = ritzPairs(alpha, beta, Q, k === most ? 0 : size, choose);
      const top = Math.max(scale, ...pairs.map(({ value }) => Math.abs(value)));
      if (done || pairs.every(({ bound }) => bound <= tolerance * top)) return pairs;
    }
    beta.push(size);
    Q.push(next.map((entry) => entry / size));
  }
}

/** Chosen eigenpairs of the tridiagonal T, carried back by Q; the residual is β_k |s_k|. */
function ritzPairs(
  alpha: readonly number[],
  beta: readonly number[],
  Q: readonly Float64Array[],
  size: number,
  choose: (values: readonly number[]) => readonly number[],
): Ritz {
  const k = alpha.length;
  const { values, vectors } = tridiagonalPairs(alpha, beta);
  const rising = alpha.map((_, pair) => pair).sort((p, q) => values[p] - values[q]);
  const norm = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return choose(rising.map((pair) => values[pair])).map((place) => {
    const pair = rising[place];
    const vector = new Float64Array(Q[0].length);
    for (let i = 0; i < k; i++) {
      const s = vectors[pair * k + i];
      for (let q = 0; q < vector.length; q++) vector[q] += s * Q[i][q];
    }
    const bound = size * Math.abs(vectors[pair * k + k - 1]) + k * Number.EPSILON * norm;
    return { value: values[pair], vector: unit(vector), bound };
  });
}

/** `x ← x − Σ_q (q·x) q`, one q after the other, each a unit vector. O(|Q| W). */
export function orthogonalise(x: Float64Array, Q: readonly Float64Array[]): void {
  for (const q of Q) {
    const overlap = dot(q, 0, x, 0, x.length);
    for (let i = 0; i < x.length; i++) x[i] -= overlap * q[i];
  }
}

/** `x/‖x‖`. */
export function unit(x: Float64Array): Float64Array {
  const size = Math.sqrt(dot(x, 0, x, 0, x.length));
  return x.map((entry) => entry / size);
}
