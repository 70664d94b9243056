import type { Heap } from './heap.ts';
import type { Products } from './loops.ts';

/**
 * Dot products of every row of A with every row of B, register-tiled 4 × 2, each written to its address and
 * to a second one. 2·R·S·N operations; the inner kernel of every dense matrix.
 */
export function addProducts({ numbers, integers }: Heap, products: Products, add: boolean): void {
  const { rows, R, B, S, N, to, r1, c1, second } = products;

  function put(r: number, s: number, sum: number): void {
    const at = to + integers[r1 + r] + integers[c1 + s];
    const value = add ? numbers[at] + sum : sum;
    numbers[at] = value;
    if (second !== undefined) numbers[to + integers[second.r2 + r] + integers[second.c2 + s]] = value;
  }

  let r = 0;
  for (; r + 3 < R; r += 4) {
    const a0 = integers[rows + r];
    const a1 = integers[rows + r + 1];
    const a2 = integers[rows + r + 2];
    const a3 = integers[rows + r + 3];
    let s = 0;
    for (; s + 1 < S; s += 2) {
      const b0 = B + s * N;
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
        const y0 = numbers[b0 + n];
        const y1 = numbers[b1 + n];
        const x0 = numbers[a0 + n];
        c00 += x0 * y0;
        c01 += x0 * y1;
        const x1 = numbers[a1 + n];
        c10 += x1 * y0;
        c11 += x1 * y1;
        const x2 = numbers[a2 + n];
        c20 += x2 * y0;
        c21 += x2 * y1;
        const x3 = numbers[a3 + n];
        c30 += x3 * y0;
        c31 += x3 * y1;
      }
      put(r, s, c00);
      put(r, s + 1, c01);
      put(r + 1, s, c10);
      put(r + 1, s + 1, c11);
      put(r + 2, s, c20);
      put(r + 2, s + 1, c21);
      put(r + 3, s, c30);
      put(r + 3, s + 1, c31);
    }
    if (s < S) {
      for (let i = 0; i < 4; i++) put(r + i, s, rowDot(numbers, integers[rows + r + i], B + s * N, N));
    }
  }
  for (; r < R; r++) {
    for (let s = 0; s < S; s++) put(r, s, rowDot(numbers, integers[rows + r], B + s * N, N));
  }
}

function rowDot(numbers: Float64Array, a: number, b: number, N: number): number {
  let even = 0;
  let odd = 0;
  for (let n = 0; n < N; n += 2) {
    even += numbers[a + n] * numbers[b + n];
    odd += numbers[a + n + 1] * numbers[b + n + 1];
  }
  return even + odd;
}
