import type { MatrixValues } from './matrix.ts';

/** Sum of squares of all entries. O(entries). */
function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Frobenius norm `‖A‖_F`. */
export const frobenius = ({ values }: MatrixValues): number => Math.sqrt(sumOfSquares(values));

/** `‖A − H‖_F / ‖H‖_F`, H dense; NaN where ‖H‖ = 0. O(W²). */
export function relativeDifference(matrix: MatrixValues, exact: Float64Array, W: number): number {
  const norm = sumOfSquares(exact);
  let difference = 0;
  if (matrix.form === 'dense') {
    for (let q = 0; q < exact.length; q++) difference += (matrix.values[q] - exact[q]) ** 2;
  } else {
    // Off the diagonal the difference is H itself.
    difference = norm;
    for (let q = 0; q < W; q++) {
      const h = exact[q * (W + 1)];
      difference += (matrix.values[q] - h) ** 2 - h * h;
    }
  }
  return Math.sqrt(Math.max(difference, 0) / norm);
}

/** `Σ_q A_qq`. O(W). */
export function trace({ form, values }: MatrixValues, W: number): number {
  let sum = 0;
  for (let q = 0; q < W; q++) sum += values[form === 'dense' ? q * (W + 1) : q];
  return sum;
}

/** The largest |entry|; NaN as soon as one entry is not a number. O(entries). */
export function largestEntry({ values }: MatrixValues): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (!(size <= largest)) largest = size;
    if (Number.isNaN(largest)) return NaN;
  }
  return largest;
}
