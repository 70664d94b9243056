/**
 * Dot products over patterns of every row of A with every row of B, register-tiled 4 × 2: A [R × N]
 * and B [S × N] → C [R × S], overwritten. 2·R·S·N operations; the inner kernel of every dense matrix.
 */
export function dotTable(
  A: Float64Array,
  R: number,
  B: Float64Array,
  S: number,
  N: number,
  C: Float64Array,
): void {
  let r = 0;
  for (; r + 3 < R; r += 4) {
    const a0 = r * N;
    const a1 = a0 + N;
    const a2 = a1 + N;
    const a3 = a2 + N;
    let s = 0;
    for (; s + 1 < S; s += 2) {
      const b0 = s * N;
      const b1 = b0 + N;
      let c00 = 0;
      let c01 = 0;
      let c10 = 0;
      let c11 = 0;
      let c20 = 0;
      let c21 = 0;
      let c30 = 0;
      let c31 = 0;
      for (let n = 0; n < N; n++) {
        const y0 = B[b0 + n];
        const y1 = B[b1 + n];
        const x0 = A[a0 + n];
        c00 += x0 * y0;
        c01 += x0 * y1;
        const x1 = A[a1 + n];
        c10 += x1 * y0;
        c11 += x1 * y1;
        const x2 = A[a2 + n];
        c20 += x2 * y0;
        c21 += x2 * y1;
        const x3 = A[a3 + n];
        c30 += x3 * y0;
        c31 += x3 * y1;
      }
      const at = r * S + s;
      C[at] = c00;
      C[at + 1] = c01;
      C[at + S] = c10;
      C[at + S + 1] = c11;
      C[at + 2 * S] = c20;
      C[at + 2 * S + 1] = c21;
      C[at + 3 * S] = c30;
      C[at + 3 * S + 1] = c31;
    }
    if (s < S) {
      for (let i = 0; i < 4; i++) C[(r + i) * S + s] = rowDot(A, (r + i) * N, B, s * N, N);
    }
  }
  for (; r < R; r++) {
    for (let s = 0; s < S; s++) C[r * S + s] = rowDot(A, r * N, B, s * N, N);
  }
}

function rowDot(A: Float64Array, a: number, B: Float64Array, b: number, N: number): number {
  let even = 0;
  let odd = 0;
  let n = 0;
  for (; n + 1 < N; n += 2) {
    even += A[a + n] * B[b + n];
    odd += A[a + n + 1] * B[b + n + 1];
  }
  if (n < N) even += A[a + n] * B[b + n];
  return even + odd;
}
