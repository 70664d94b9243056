import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';

/** An eigenpair's value, its unit vector, and a bound on the value's error: the residual ‖Ax − θx‖. */
export interface RitzPair {
  readonly value: number;
  readonly vector: Float64Array;
  readonly bound: number;
}

/**
 * The smallest and the largest eigenpair of a symmetric operator by Lanczos with full
 * re-orthogonalisation (twice is enough), started from a fixed seed. Stops when both residuals are
 * below `tolerance` times the largest |θ|, or after `steps`. k products and O(W k²).
 */
export function lanczosExtremes(
  apply: (q: Float64Array) => Float64Array,
  W: number,
  steps: number,
  tolerance: number,
): { smallest: RitzPair; largest: RitzPair } {
  const Q: Float64Array[] = [unit(gaussians(1, W))];
  const alpha: number[] = [];
  const beta: number[] = [];
  for (;;) {
    const k = Q.length;
    const next = apply(Q[k - 1]);
    alpha.push(dot(Q[k - 1], 0, next, 0, W));
    orthogonalise(next, Q);
    orthogonalise(next, Q);
    const size = Math.sqrt(dot(next, 0, next, 0, W));
    const scale = Math.max(...alpha.map(Math.abs), ...beta);
    const done = k === Math.min(steps, W) || size <= Number.EPSILON * scale;
    if (done || k % 20 === 0) {
      const extremes = ritzExtremes(alpha, beta, Q, k === W ? 0 : size);
      const top = Math.max(Math.abs(extremes.smallest.value), Math.abs(extremes.largest.value));
      const bound = Math.max(extremes.smallest.bound, extremes.largest.bound);
      if (done || bound <= tolerance * top) return extremes;
    }
    beta.push(size);
    Q.push(next.map((entry) => entry / size));
  }
}

/** Extreme eigenpairs of the tridiagonal T, carried back by Q; the residual is β_k |s_k|. */
function ritzExtremes(
  alpha: readonly number[],
  beta: readonly number[],
  Q: readonly Float64Array[],
  size: number,
): { smallest: RitzPair; largest: RitzPair } {
  const k = alpha.length;
  const T = Matrix.zeros(k, k);
  for (let i = 0; i < k; i++) {
    T.set(i, i, alpha[i]);
    if (i > 0) {
      T.set(i, i - 1, beta[i - 1]);
      T.set(i - 1, i, beta[i - 1]);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(T, { assumeSymmetric: true });
  const norm = Math.max(...realEigenvalues.map(Math.abs));
  const pair = (value: number): RitzPair => {
    const column = realEigenvalues.indexOf(value);
    const vector = new Float64Array(Q[0].length);
    for (let i = 0; i < k; i++) {
      const s = eigenvectorMatrix.get(i, column);
      for (let q = 0; q < vector.length; q++) vector[q] += s * Q[i][q];
    }
    const bound = size * Math.abs(eigenvectorMatrix.get(k - 1, column)) + k * Number.EPSILON * norm;
    return { value, vector: unit(vector), bound };
  };
  return { smallest: pair(Math.min(...realEigenvalues)), largest: pair(Math.max(...realEigenvalues)) };
}

function orthogonalise(x: Float64Array, Q: readonly Float64Array[]): void {
  for (const q of Q) {
    const overlap = dot(q, 0, x, 0, x.length);
    for (let i = 0; i < x.length; i++) x[i] -= overlap * q[i];
  }
}

function unit(x: Float64Array): Float64Array {
  const size = Math.sqrt(dot(x, 0, x, 0, x.length));
  return x.map((entry) => entry / size);
}
