/** Of what is left from row k on: p is the place of the largest |diagonal entry|, (r, c) that of the largest other, r > c. */
export function largestPlaces(
  S: Float64Array,
  W: number,
  k: number,
): { readonly p: number; readonly r: number; readonly c: number } {
  let [p, r, c] = [k, k, k];
  let [onDiagonal, offDiagonal] = [-1, 0];
  for (let i = k; i < W; i++) {
    if (Math.abs(S[i * (W + 1)]) > onDiagonal) {
      onDiagonal = Math.abs(S[i * (W + 1)]);
      p = i;
    }
    for (let j = k; j < i; j++) {
      if (Math.abs(S[i * W + j]) <= offDiagonal) continue;
      offDiagonal = Math.abs(S[i * W + j]);
      [r, c] = [i, j];
    }
  }
  // One row, or a diagonal: there is no other entry.
  return offDiagonal === 0 ? { p, r: p, c: p } : { p, r, c };
}

/** Rows and columns i and j of S change places, with the rows of L and the order that say so. O(W). */
export function swapRows(
  S: Float64Array,
  L: Float64Array,
  order: Int32Array,
  W: number,
  i: number,
  j: number,
): void {
  if (i === j) return;
  [order[i], order[j]] = [order[j], order[i]];
  for (let q = 0; q < W; q++) {
    [S[i * W + q], S[j * W + q]] = [S[j * W + q], S[i * W + q]];
    [L[i * W + q], L[j * W + q]] = [L[j * W + q], L[i * W + q]];
  }
  for (let q = 0; q < W; q++) [S[q * W + i], S[q * W + j]] = [S[q * W + j], S[q * W + i]];
}
