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

// Two patterns a vector, tiles of 4 × 3 rows: their twelve sums and what is loaded for them stay in the sixteen
// registers. Where fewer rows are left the last one is taken again, and not sent.
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
  const block = 3 * max(1, <i32>(BLOCK_BYTES / (3 * max(bytes, 16))));
  for (let begin = 0; begin < S; begin += block) {
    const end = min(begin + block, S);
    for (let r = 0; r < R; r += 4) {
      const a0 = numberAt(integerAt(rows, r));
      const a1 = numberAt(integerAt(rows, min(r + 1, R - 1)));
      const a2 = numberAt(integerAt(rows, min(r + 2, R - 1)));
      const a3 = numberAt(integerAt(rows, min(r + 3, R - 1)));
      for (let s = begin; s < end; s += 3) {
        const b0 = numberAt(B) + <usize>s * bytes;
        const b1 = numberAt(B) + <usize>min(s + 1, end - 1) * bytes;
        const b2 = numberAt(B) + <usize>min(s + 2, end - 1) * bytes;
        let c00 = f64x2.splat(0);
        let c01 = f64x2.splat(0);
        let c02 = f64x2.splat(0);
        let c10 = f64x2.splat(0);
        let c11 = f64x2.splat(0);
        let c12 = f64x2.splat(0);
        let c20 = f64x2.splat(0);
        let c21 = f64x2.splat(0);
        let c22 = f64x2.splat(0);
        let c30 = f64x2.splat(0);
        let c31 = f64x2.splat(0);
        let c32 = f64x2.splat(0);
        for (let n: usize = 0; n < bytes; n += 16) {
          const y0 = v128.load(b0 + n);
          const y1 = v128.load(b1 + n);
          const y2 = v128.load(b2 + n);
          const x0 = v128.load(a0 + n);
          c00 = madd(x0, y0, c00);
          c01 = madd(x0, y1, c01);
          c02 = madd(x0, y2, c02);
          const x1 = v128.load(a1 + n);
          c10 = madd(x1, y0, c10);
          c11 = madd(x1, y1, c11);
          c12 = madd(x1, y2, c12);
          const x2 = v128.load(a2 + n);
          c20 = madd(x2, y0, c20);
          c21 = madd(x2, y1, c21);
          c22 = madd(x2, y2, c22);
          const x3 = v128.load(a3 + n);
          c30 = madd(x3, y0, c30);
          c31 = madd(x3, y1, c31);
          c32 = madd(x3, y2, c32);
        }
        keep(0, c00, c01, c02);
        keep(1, c10, c11, c12);
        keep(2, c20, c21, c22);
        keep(3, c30, c31, c32);
        put(r, min(4, R - r), s, min(3, end - s), to, r1, c1, r2, c2, twice, add);
      }
    }
  }
}
