import type { Inertia } from './inertia.ts';
import { swapRows, largestPlaces } from './symmetricPivots.ts';

/** `P A Pᵀ = L D Lᵀ` of a symmetric matrix of any inertia. */
export interface SymmetricFactor {
  readonly W: number;
  /** Row i of `P A Pᵀ` is row `order[i]` of A. */
  readonly order: Int32Array;
  /** Unit lower triangle, [W × W]. */
  readonly L: Float64Array;
  /** D's diagonal, and beside it the entries (k + 1, k) of its 2 × 2 blocks; 0 where there is none. */
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  /** Rows of D that are not zero to rounding, `W ε max|A|`. */
  readonly rank: number;
}

/** Of the choice between one pivot and two: (1 + √17)/8 keeps the growth of entries least (Bunch & Parlett 1971). */
const ONE_PIVOT = (1 + Math.sqrt(17)) / 8;

/**
 * The factors `P A Pᵀ = L D Lᵀ` of a symmetric A [W × W], D with blocks of one and of two rows, with complete pivoting
 * (Bunch & Parlett 1971): they exist for every symmetric matrix. O(W³/3), and as many comparisons.
 * @throws `matrix has entries that are not finite: 3`
 */
export function symmetricFactor(A: Float64Array, W: number): SymmetricFactor {
  const broken = A.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`matrix has entries that are not finite: ${broken}`);
  const S = A.slice();
  const L = new Float64Array(W * W);
  const order = Int32Array.from({ length: W }, (_, q) => q);
  const diagonal = new Float64Array(W);
  const beside = new Float64Array(W);
  const nothing = W * Number.EPSILON * A.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
  let k = 0;
  while (k < W) {
    const { p, r, c } = largestPlaces(S, W, k);
    const [onDiagonal, offDiagonal] = [Math.abs(S[p * (W + 1)]), Math.abs(S[r * W + c])];
    if (Math.max(onDiagonal, offDiagonal) <= nothing) break;
    if (onDiagonal >= ONE_PIVOT * offDiagonal) {
      swapRows(S, L, order, W, k, p);
      diagonal[k] = S[k * (W + 1)];
      eliminate(S, L, W, k, [[1 / diagonal[k]]]);
      k += 1;
    } else {
      // r > c ≥ k: c goes first, so that r is where it was.
      swapRows(S, L, order, W, k, c);
      swapRows(S, L, order, W, k + 1, r);
      const [a, b, d] = [S[k * (W + 1)], S[(k + 1) * W + k], S[(k + 1) * (W + 1)]];
      const determinant = a * d - b * b;
      diagonal.set([a, d], k);
      beside[k] = b;
      const off = -b / determinant;
      eliminate(S, L, W, k, [
        [d / determinant, off],
        [off, a / determinant],
      ]);
      k += 2;
    }
  }
  for (let q = 0; q < W; q++) L[q * (W + 1)] = 1;
  return { W, order, L, diagonal, beside, rank: k };
}

/** `l = S D⁻¹` below a pivot block from row k, and `S ← S − l D lᵀ` of what is left. */
function eliminate(
  S: Float64Array,
  L: Float64Array,
  W: number,
  k: number,
  inverse: readonly (readonly number[])[],
): void {
  const size = inverse.length;
  const first = k + size;
  for (let i = first; i < W; i++) {
    inverse.forEach((row, b) => {
      L[i * W + k + b] = row.reduce((sum, entry, a) => sum + entry * S[i * W + k + a], 0);
    });
  }
  for (let i = first; i < W; i++) {
    for (let j = first; j <= i; j++) {
      let change = 0;
      for (let b = 0; b < size; b++) change += L[i * W + k + b] * S[j * W + k + b];
      S[i * W + j] -= change;
      S[j * W + i] = S[i * W + j];
    }
  }
}

/** The inertia of A from that of D: each block of two has one eigenvalue of each sign (Sylvester's law). O(W). */
export function inertiaOfFactor({ W, diagonal, beside, rank }: SymmetricFactor): Inertia {
  let [positive, negative] = [0, 0];
  for (let k = 0; k < rank; k++) {
    if (beside[k] !== 0) {
      positive++;
      negative++;
      k++;
    } else if (diagonal[k] > 0) positive++;
    else negative++;
  }
  return { positive, zero: W - rank, negative };
}

/** `A⁻¹ b` of a symmetric A by its factors; null where A is singular to rounding. O(W²). */
export function solveSymmetric(factor: SymmetricFactor, b: Float64Array): Float64Array | null {
  const { W, order, L, diagonal, beside, rank } = factor;
  if (rank < W) return null;
  const y = Float64Array.from(order, (q) => b[q]);
  for (let i = 0; i < W; i++) for (let j = 0; j < i; j++) y[i] -= L[i * W + j] * y[j];
  for (let k = 0; k < W; k++) {
    if (beside[k] === 0) {
      y[k] /= diagonal[k];
      continue;
    }
    const [a, c, d] = [diagonal[k], beside[k], diagonal[k + 1]];
    const determinant = a * d - c * c;
    y.set([(d * y[k] - c * y[k + 1]) / determinant, (a * y[k + 1] - c * y[k]) / determinant], k);
    k++;
  }
  for (let i = W - 1; i >= 0; i--) for (let j = i + 1; j < W; j++) y[i] -= L[j * W + i] * y[j];
  const x = new Float64Array(W);
  order.forEach((q, i) => {
    x[q] = y[i];
  });
  return x;
}
