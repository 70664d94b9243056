import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { createKrylov, type Krylov } from './krylov.ts';
import { runToEnd } from './runToEnd.ts';
import { tridiagonalPairs } from './tridiagonal.ts';

/** An eigenvalue and a bound on its error: the residual ‖Ax − θx‖. */
export interface RitzValue {
  readonly value: number;
  readonly bound: number;
}

/** An eigenpair's value, its unit vector, and the bound. */
export interface RitzPair extends RitzValue {
  readonly vector: Float64Array;
}

/** The two ends of a spectrum. */
export interface Ends<Found> {
  readonly smallest: Found;
  readonly largest: Found;
}

/** A symmetric operator. */
type Apply = (q: Float64Array) => Float64Array;

/** Picks, from the Ritz values in rising order, the places of those that are asked for. */
type Choose = (values: readonly number[]) => readonly number[];

const bothEnds: Choose = (values) => [0, values.length - 1];

/**
 * The smallest and the largest eigenpair of a symmetric operator by Lanczos. Stops when both residuals are
 * below `tolerance` times the largest |θ|, or after `steps`. k products and O(W k² + k³).
 */
export function lanczosExtremes(apply: Apply, W: number, steps: number, tolerance: number): Ends<RitzPair> {
  const [smallest, largest] = pairsOf(runToEnd(lanczosSteps(apply, W, steps, bothEnds, tolerance, [])));
  return { smallest, largest };
}

/**
 * The same without eigenvectors, as work in steps of one product each, which whoever asks may interrupt and go
 * on with. k products and O(W k²).
 */
export function* lanczosEndsSteps(
  apply: Apply,
  W: number,
  steps: number,
  tolerance: number,
): Generator<undefined, Ends<RitzValue>> {
  const { ritz } = yield* lanczosSteps(apply, W, steps, bothEnds, tolerance, []);
  return { smallest: ritz[0], largest: ritz[1] };
}

/**
 * The `rank` eigenpairs of largest |θ| of a symmetric operator by Lanczos, largest first: until all residuals
 * are below `tolerance` times the largest |θ|, or after `steps`. A Krylov space holds one vector of each
 * eigenspace, so the rest of an eigenvalue that repeats is looked for at right angles to what is found, until
 * nothing larger turns up. k products and O(W k² + k³).
 */
export function lanczosTop(
  apply: Apply,
  W: number,
  rank: number,
  steps: number,
  tolerance: number,
): readonly RitzPair[] {
  const bySize = (p: RitzPair, q: RitzPair): number => Math.abs(q.value) - Math.abs(p.value);
  const top =
    (count: number): Choose =>
    (values) =>
      values
        .map((_, column) => column)
        .sort((p, q) => Math.abs(values[q]) - Math.abs(values[p]))
        .slice(0, count);
  const enough = Math.max(steps, Math.min(W, 2 * rank));
  const look = (count: number, known: readonly RitzPair[]): readonly RitzPair[] =>
    pairsOf(runToEnd(lanczosSteps(apply, W, enough, top(count), tolerance, known)));
  let found = look(rank, []);
  while (found.length < W) {
    const [next] = look(1, found);
    if (found.length >= rank && Math.abs(next.value) <= Math.abs(found[rank - 1].value)) break;
    found = [...found, next].sort(bySize);
  }
  return found.slice(0, rank);
}

/** A Ritz value and which of T's eigenpairs it is. */
interface Ritz extends RitzValue {
  readonly pair: number;
}

interface Found {
  readonly krylov: Krylov;
  readonly ritz: readonly Ritz[];
}

/** Products between two looks at the residuals. */
const LOOK = 20;

/**
 * Lanczos with full re-orthogonalisation, started from a fixed seed, at right angles to the pairs that are `known`;
 * it stops after each product.
 */
function* lanczosSteps(
  apply: Apply,
  W: number,
  steps: number,
  choose: Choose,
  tolerance: number,
  known: readonly RitzPair[],
): Generator<undefined, Found> {
  const most = W - known.length;
  const krylov = createKrylov(apply, gaussians(1 + known.length, W), known);
  for (let k = 1; ; k++) {
    krylov.step();
    const done = k === Math.min(steps, most) || krylov.isInvariant;
    if (done || k % LOOK === 0) {
      const ritz = ritzOf(krylov, k === most ? 0 : krylov.beta[k - 1], choose);
      const top = ritz.reduce((size, { value }) => Math.max(size, Math.abs(value)), krylov.scale);
      if (done || ritz.every(({ bound }) => bound <= tolerance * top)) return { krylov, ritz };
    }
    yield;
  }
}

/** Chosen eigenvalues of the tridiagonal T; the residual is β_k |s_k|, s the eigenvector of T. O(k²). */
function ritzOf({ alpha, beta }: Krylov, size: number, choose: Choose): readonly Ritz[] {
  const k = alpha.length;
  const { values, vectors } = tridiagonalPairs(alpha, beta, [k - 1]);
  const rising = alpha.map((_, pair) => pair).sort((p, q) => values[p] - values[q]);
  const norm = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return choose(rising.map((pair) => values[pair])).map((place) => {
    const pair = rising[place];
    const bound = size * Math.abs(vectors[pair]) + k * Number.EPSILON * norm;
    return { pair, value: values[pair], bound };
  });
}

/** The eigenvectors of T to the chosen values, carried back by Q. O(k³ + k W) for each. */
function pairsOf({ krylov, ritz }: Found): readonly RitzPair[] {
  const k = krylov.alpha.length;
  const { vectors } = tridiagonalPairs(krylov.alpha, krylov.beta);
  return ritz.map(({ pair, value, bound }) => {
    const vector = krylov.combine(vectors.subarray(pair * k, (pair + 1) * k));
    const size = Math.sqrt(dot(vector, 0, vector, 0, vector.length));
    return { value, bound, vector: vector.map((entry) => entry / size) };
  });
}
