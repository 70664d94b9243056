import { addWeightedRows } from '../kernels/addWeightedRows.ts';
import { timesVector } from '../kernels/timesVector.ts';

const FIRST_ROWS = 32;

/** Orthonormal vectors one after another in one array, which grows: all of them meet a vector in two products. */
export interface Basis {
  readonly count: number;
  /** Takes in `scale · x`, which is a unit vector at right angles to the others. */
  add(x: Float64Array, scale: number): void;
  /** A copy of vector i. */
  vector(i: number): Float64Array;
  /**
   * `x ← x − Qᵀ(Q x)`, twice: classical Gram–Schmidt, after which x is at right angles to all vectors to a few
   * 2⁻⁵³ (twice is enough: Giraud, Langou & Rozložník 2005). O(count · W).
   */
  orthogonalise(x: Float64Array): void;
  /** `Σ_i weights_i q_(from + i)`. */
  combine(weights: Float64Array, from: number): Float64Array;
}

/** An empty basis of vectors of W entries. */
export function createBasis(W: number): Basis {
  let Q = new Float64Array(FIRST_ROWS * W);
  let count = 0;
  const addRows = (from: number, weights: Float64Array, x: Float64Array): void => {
    const rows = { values: Q, at: from * W, stride: W, count: weights.length };
    addWeightedRows(rows, weights, 0, 1, W, x, 0);
  };
  return {
    get count() {
      return count;
    },
    add(x, scale) {
      if ((count + 1) * W > Q.length) {
        const longer = new Float64Array(2 * Q.length);
        longer.set(Q);
        Q = longer;
      }
      for (let q = 0; q < W; q++) Q[count * W + q] = scale * x[q];
      count += 1;
    },
    vector: (i) => Q.slice(i * W, (i + 1) * W),
    orthogonalise(x) {
      for (let twice = 0; twice < 2; twice++) {
        const overlaps = timesVector(Q, x, new Float64Array(count));
        for (let i = 0; i < count; i++) overlaps[i] = -overlaps[i];
        addRows(0, overlaps, x);
      }
    },
    combine(weights, from) {
      const x = new Float64Array(W);
      addRows(from, weights, x);
      return x;
    },
  };
}
