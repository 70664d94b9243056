// AssemblyScript: the twin of addProducts.ts.

import { integerAt, madd, numberAt } from './vectors.as';

// Sums of a tile wait here, room for four a row: below the heap.
const TILE: usize = 512;

// The lanes of each of a row's three sums are added up.
@inline
function keep(row: usize, x: v128, y: v128, z: v128): void {
  const at = TILE + (row << 5);
  v128.store(at, f64x2.add(v128.shuffle<f64>(x, y, 0, 2), v128.shuffle<f64>(x, y, 1, 3)));
  store<f64>(at + 16, f64x2.extract_lane(z, 0) + f64x2.extract_lane(z, 1));
}

// Sends the sums of `rows` rows from r of A with `columns` rows from s of B to their addresses.
@inline
function put(
  r: i32,
  rows: i32,
  s: i32,
  columns: i32,
  to: i32,
  r1: i32,
  c1: i32,
  r2: i32,
  c2: i32,
  twice: bool,
  add: bool,
): void {
  for (let i = 0; i < rows; i++) {
    const row1 = to + integerAt(r1, r + i);
    const row2 = to + integerAt(r2, r + i);
    let kept = TILE + ((<usize>i) << 5);
    for (let j = s; j < s + columns; j++) {
      let value = load<f64>(kept);
      kept += 8;
      const at = numberAt(row1 + integerAt(c1, j));
      if (add) value += load<f64>(at);
      store<f64>(at, value);
      if (twice) store<f64>(numberAt(row2 + integerAt(c2, j)), value);
    }
  }
}

// Rows of B that are met by all of A before the next ones: they stay in the second cache.
const BLOCK_BYTES: usize = 1 << 17;

// Two patterns a vector, two vectors a step, tiles of 3 × 3 rows: the nine sums and what is loaded for them stay in the
// fifteen registers that browsers give, if every number is loaded right before it is used. The compiler keeps the order
// because each variable is loaded anew, and browsers keep the compiler's. Where fewer rows are left the last one is
// taken again, and not sent.
export function addProducts(
  rows: i32,
  R: i32,
  B: i32,
  S: i32,
  N: i32,
  to: i32,
  r1: i32,
  c1: i32,
  r2: i32,
  c2: i32,
  twice: bool,
  add: bool,
): void {
  const bytes = numberAt(N);
  const block = 3 * max(1, <i32>(BLOCK_BYTES / (3 * max(bytes, 32))));
  let x = f64x2.splat(0);
  let y0 = x;
  let y1 = x;
  let y2 = x;
  for (let begin = 0; begin < S; begin += block) {
    const end = min(begin + block, S);
    for (let r = 0; r < R; r += 3) {
      const first = numberAt(integerAt(rows, r));
      const second = numberAt(integerAt(rows, min(r + 1, R - 1)));
      const third = numberAt(integerAt(rows, min(r + 2, R - 1)));
      for (let s = begin; s < end; s += 3) {
        let a0 = first;
        let a1 = second;
        let a2 = third;
        let b0 = numberAt(B) + <usize>s * bytes;
        let b1 = numberAt(B) + <usize>min(s + 1, end - 1) * bytes;
        let b2 = numberAt(B) + <usize>min(s + 2, end - 1) * bytes;
        let c00 = f64x2.splat(0);
        let c01 = f64x2.splat(0);
        let c02 = f64x2.splat(0);
        let c10 = f64x2.splat(0);
        let c11 = f64x2.splat(0);
        let c12 = f64x2.splat(0);
        let c20 = f64x2.splat(0);
        let c21 = f64x2.splat(0);
        let c22 = f64x2.splat(0);
        const last = first + bytes;
        while (a0 < last) {
          y0 = v128.load(b0);
          y1 = v128.load(b1);
          y2 = v128.load(b2);
          x = v128.load(a0);
          c00 = madd(x, y0, c00);
          c01 = madd(x, y1, c01);
          c02 = madd(x, y2, c02);
          x = v128.load(a1);
          c10 = madd(x, y0, c10);
          c11 = madd(x, y1, c11);
          c12 = madd(x, y2, c12);
          x = v128.load(a2);
          c20 = madd(x, y0, c20);
          c21 = madd(x, y1, c21);
          c22 = madd(x, y2, c22);
          y0 = v128.load(b0, 16);
          y1 = v128.load(b1, 16);
          y2 = v128.load(b2, 16);
          x = v128.load(a0, 16);
          c00 = madd(x, y0, c00);
          c01 = madd(x, y1, c01);
          c02 = madd(x, y2, c02);
          x = v128.load(a1, 16);
          c10 = madd(x, y0, c10);
          c11 = madd(x, y1, c11);
          c12 = madd(x, y2, c12);
          x = v128.load(a2, 16);
          c20 = madd(x, y0, c20);
          c21 = madd(x, y1, c21);
          c22 = madd(x, y2, c22);
          a0 += 32;
          a1 += 32;
          a2 += 32;
          b0 += 32;
          b1 += 32;
          b2 += 32;
        }
        keep(0, c00, c01, c02);
        keep(1, c10, c11, c12);
        keep(2, c20, c21, c22);
        put(r, min(3, R - r), s, min(3, end - s), to, r1, c1, r2, c2, twice, add);
      }
    }
  }
}
