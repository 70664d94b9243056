import type { MatrixValues } from './matrix.ts';

const square = (x: number): number => x * x;

/** Sum of squares of all entries. O(entries). */
function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let q = 0; q < values.length; q++) sum += values[q] * values[q];
  return sum;
}

/** Frobenius norm `‖A‖_F`. */
export const frobenius = ({ values }: MatrixValues): number => Math.sqrt(sumOfSquares(values));

/** `‖A − H‖_F / ‖H‖_F`, H dense; NaN where ‖H‖ = 0. O(W²). */
export function relativeDifference(matrix: MatrixValues, exact: Float64Array, W: number): number {
  let difference = 0;
  if (matrix.form === 'dense') {
    for (let q = 0; q < exact.length; q++) difference += square(matrix.values[q] - exact[q]);
  } else {
    for (let row = 0; row < W; row++) {
      for (let column = 0; column < W; column++) {
        const entry = row === column ? matrix.values[row] : 0;
        difference += square(entry - exact[row * W + column]);
      }
    }
  }
  return Math.sqrt(difference / sumOfSquares(exact));
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
  for (let q = 0; q < values.length; q++) {
    const size = Math.abs(values[q]);
    if (!(size <= largest)) largest = size;
    if (Number.isNaN(size)) return NaN;
  }
  return largest;
}
