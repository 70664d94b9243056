// AssemblyScript: the twin of dotTable.ts in WebAssembly SIMD, compiled by scripts/assemblyScript.ts.
// Pointers are byte offsets into the module's memory. Two patterns a vector, tiles of 4 × 4 rows: every
// loaded pair is used four times, and the sixteen sums stay in registers.

export function dotTable(A: usize, R: i32, B: usize, S: i32, N: i32, C: usize): void {
  const row = (<usize>N) << 3;
  const even = (<usize>(N & ~1)) << 3;
  let r = 0;
  for (; r + 3 < R; r += 4) {
    const a0 = A + <usize>r * row;
    const a1 = a0 + row;
    const a2 = a1 + row;
    const a3 = a2 + row;
    let s = 0;
    for (; s + 3 < S; s += 4) {
      const b0 = B + <usize>s * row;
      const b1 = b0 + row;
      const b2 = b1 + row;
      const b3 = b2 + row;
      let c00 = f64x2.splat(0);
      let c01 = f64x2.splat(0);
      let c02 = f64x2.splat(0);
      let c03 = f64x2.splat(0);
      let c10 = f64x2.splat(0);
      let c11 = f64x2.splat(0);
      let c12 = f64x2.splat(0);
      let c13 = f64x2.splat(0);
      let c20 = f64x2.splat(0);
      let c21 = f64x2.splat(0);
      let c22 = f64x2.splat(0);
      let c23 = f64x2.splat(0);
      let c30 = f64x2.splat(0);
      let c31 = f64x2.splat(0);
      let c32 = f64x2.splat(0);
      let c33 = f64x2.splat(0);
      for (let n: usize = 0; n < even; n += 16) {
        const y0 = v128.load(b0 + n);
        const y1 = v128.load(b1 + n);
        const y2 = v128.load(b2 + n);
        const y3 = v128.load(b3 + n);
        const x0 = v128.load(a0 + n);
        c00 = f64x2.add(c00, f64x2.mul(x0, y0));
        c01 = f64x2.add(c01, f64x2.mul(x0, y1));
        c02 = f64x2.add(c02, f64x2.mul(x0, y2));
        c03 = f64x2.add(c03, f64x2.mul(x0, y3));
        const x1 = v128.load(a1 + n);
        c10 = f64x2.add(c10, f64x2.mul(x1, y0));
        c11 = f64x2.add(c11, f64x2.mul(x1, y1));
        c12 = f64x2.add(c12, f64x2.mul(x1, y2));
        c13 = f64x2.add(c13, f64x2.mul(x1, y3));
        const x2 = v128.load(a2 + n);
        c20 = f64x2.add(c20, f64x2.mul(x2, y0));
        c21 = f64x2.add(c21, f64x2.mul(x2, y1));
        c22 = f64x2.add(c22, f64x2.mul(x2, y2));
        c23 = f64x2.add(c23, f64x2.mul(x2, y3));
        const x3 = v128.load(a3 + n);
        c30 = f64x2.add(c30, f64x2.mul(x3, y0));
        c31 = f64x2.add(c31, f64x2.mul(x3, y1));
        c32 = f64x2.add(c32, f64x2.mul(x3, y2));
        c33 = f64x2.add(c33, f64x2.mul(x3, y3));
      }
      put(C, r, s, S, c00, a0, b0, even, row);
      put(C, r, s + 1, S, c01, a0, b1, even, row);
      put(C, r, s + 2, S, c02, a0, b2, even, row);
      put(C, r, s + 3, S, c03, a0, b3, even, row);
      put(C, r + 1, s, S, c10, a1, b0, even, row);
      put(C, r + 1, s + 1, S, c11, a1, b1, even, row);
      put(C, r + 1, s + 2, S, c12, a1, b2, even, row);
      put(C, r + 1, s + 3, S, c13, a1, b3, even, row);
      put(C, r + 2, s, S, c20, a2, b0, even, row);
      put(C, r + 2, s + 1, S, c21, a2, b1, even, row);
      put(C, r + 2, s + 2, S, c22, a2, b2, even, row);
      put(C, r + 2, s + 3, S, c23, a2, b3, even, row);
      put(C, r + 3, s, S, c30, a3, b0, even, row);
      put(C, r + 3, s + 1, S, c31, a3, b1, even, row);
      put(C, r + 3, s + 2, S, c32, a3, b2, even, row);
      put(C, r + 3, s + 3, S, c33, a3, b3, even, row);
    }
    for (; s < S; s++) {
      const b = B + <usize>s * row;
      for (let i = 0; i < 4; i++) one(C, r + i, s, S, A + <usize>(r + i) * row, b, even, row);
    }
  }
  for (; r < R; r++) {
    for (let s = 0; s < S; s++) one(C, r, s, S, A + <usize>r * row, B + <usize>s * row, even, row);
  }
}

// Sum of a vector's lanes, and the last pattern where N is odd.
@inline
function put(C: usize, r: i32, s: i32, S: i32, sum: v128, a: usize, b: usize, even: usize, row: usize): void {
  let value = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  if (even < row) value += load<f64>(a + even) * load<f64>(b + even);
  store<f64>(C + ((<usize>(r * S + s)) << 3), value);
}

function one(C: usize, r: i32, s: i32, S: i32, a: usize, b: usize, even: usize, row: usize): void {
  let sum = f64x2.splat(0);
  for (let n: usize = 0; n < even; n += 16) {
    sum = f64x2.add(sum, f64x2.mul(v128.load(a + n), v128.load(b + n)));
  }
  put(C, r, s, S, sum, a, b, even, row);
}
