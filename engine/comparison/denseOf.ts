import type { MatrixValues } from '../curvature/matrix.ts';

/** A matrix with all its entries, [W × W]; off a diagonal they are 0. A dense one is not copied. O(W²). */
export function denseOf({ form, values }: MatrixValues): Float64Array {
  if (form === 'dense') return values;
  const W = values.length;
  const dense = new Float64Array(W * W);
  for (let q = 0; q < W; q++) dense[q * (W + 1)] = values[q];
  return dense;
}
