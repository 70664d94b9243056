// AssemblyScript: the twins of addProducts.ts and rows.ts in WebAssembly SIMD, compiled by
// scripts/assemblyScript.ts, once plainly and once with fused multiply-add where the browser has it. Offsets
// count numbers (8 bytes) or integers (4 bytes); all rows have an even number of entries.

@inline
function madd(x: v128, y: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(x, y, sum);
  return f64x2.add(sum, f64x2.mul(x, y));
}

@inline
function numberAt(offset: i32): usize {
  return (<usize>offset) << 3;
}

@inline
function integerAt(table: i32, entry: i32): i32 {
  return load<i32>((<usize>(table + entry)) << 2);
}

@inline
function laneSum(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

// Sums of a tile wait here, row by row: below the heap.
const TILE: usize = 512;

@inline
function keep(place: i32, sum: v128): void {
  store<f64>(TILE + ((<usize>place) << 3), laneSum(sum));
}

// Sends the sums of rows r … of A with rows s … of B to their addresses.
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
  let kept = TILE;
  for (let i = r; i < r + rows; i++) {
    const row1 = to + integerAt(r1, i);
    const row2 = to + integerAt(r2, i);
    for (let j = s; j < s + columns; j++) {
      let value = load<f64>(kept);
      kept += 8;
      const column = integerAt(c1, j);
      const at = numberAt(row1 + column);
      if (add) value += load<f64>(at);
      store<f64>(at, value);
      if (twice) store<f64>(numberAt(row2 + integerAt(c2, j)), value);
    }
  }
}

// Two patterns a vector, tiles of 4 × 4 rows: every loaded pair is used four times, and the sixteen sums
// stay in registers.
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
  let r = 0;
  for (; r + 3 < R; r += 4) {
    const a0 = numberAt(integerAt(rows, r));
    const a1 = numberAt(integerAt(rows, r + 1));
    const a2 = numberAt(integerAt(rows, r + 2));
    const a3 = numberAt(integerAt(rows, r + 3));
    let s = 0;
    for (; s + 3 < S; s += 4) {
      const b0 = numberAt(B) + <usize>s * bytes;
      const b1 = b0 + bytes;
      const b2 = b1 + bytes;
      const b3 = b2 + bytes;
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
      for (let n: usize = 0; n < bytes; n += 16) {
        const y0 = v128.load(b0 + n);
        const y1 = v128.load(b1 + n);
        const y2 = v128.load(b2 + n);
        const y3 = v128.load(b3 + n);
        const x0 = v128.load(a0 + n);
        c00 = madd(x0, y0, c00);
        c01 = madd(x0, y1, c01);
        c02 = madd(x0, y2, c02);
        c03 = madd(x0, y3, c03);
        const x1 = v128.load(a1 + n);
        c10 = madd(x1, y0, c10);
        c11 = madd(x1, y1, c11);
        c12 = madd(x1, y2, c12);
        c13 = madd(x1, y3, c13);
        const x2 = v128.load(a2 + n);
        c20 = madd(x2, y0, c20);
        c21 = madd(x2, y1, c21);
        c22 = madd(x2, y2, c22);
        c23 = madd(x2, y3, c23);
        const x3 = v128.load(a3 + n);
        c30 = madd(x3, y0, c30);
        c31 = madd(x3, y1, c31);
        c32 = madd(x3, y2, c32);
        c33 = madd(x3, y3, c33);
      }
      keep(0, c00);
      keep(1, c01);
      keep(2, c02);
      keep(3, c03);
      keep(4, c10);
      keep(5, c11);
      keep(6, c12);
      keep(7, c13);
      keep(8, c20);
      keep(9, c21);
      keep(10, c22);
      keep(11, c23);
      keep(12, c30);
      keep(13, c31);
      keep(14, c32);
      keep(15, c33);
      put(r, 4, s, 4, to, r1, c1, r2, c2, twice, add);
    }
    for (; s < S; s++) {
      const b = numberAt(B) + <usize>s * bytes;
      let c0 = f64x2.splat(0);
      let c1s = f64x2.splat(0);
      let c2s = f64x2.splat(0);
      let c3 = f64x2.splat(0);
      for (let n: usize = 0; n < bytes; n += 16) {
        const y = v128.load(b + n);
        c0 = madd(v128.load(a0 + n), y, c0);
        c1s = madd(v128.load(a1 + n), y, c1s);
        c2s = madd(v128.load(a2 + n), y, c2s);
        c3 = madd(v128.load(a3 + n), y, c3);
      }
      keep(0, c0);
      keep(1, c1s);
      keep(2, c2s);
      keep(3, c3);
      put(r, 4, s, 1, to, r1, c1, r2, c2, twice, add);
    }
  }
  for (; r < R; r++) {
    const a = numberAt(integerAt(rows, r));
    let s = 0;
    for (; s + 3 < S; s += 4) {
      const b0 = numberAt(B) + <usize>s * bytes;
      const b1 = b0 + bytes;
      const b2 = b1 + bytes;
      const b3 = b2 + bytes;
      let c0 = f64x2.splat(0);
      let c1s = f64x2.splat(0);
      let c2s = f64x2.splat(0);
      let c3 = f64x2.splat(0);
      for (let n: usize = 0; n < bytes; n += 16) {
        const x = v128.load(a + n);
        c0 = madd(x, v128.load(b0 + n), c0);
        c1s = madd(x, v128.load(b1 + n), c1s);
        c2s = madd(x, v128.load(b2 + n), c2s);
        c3 = madd(x, v128.load(b3 + n), c3);
      }
      keep(0, c0);
      keep(1, c1s);
      keep(2, c2s);
      keep(3, c3);
      put(r, 1, s, 4, to, r1, c1, r2, c2, twice, add);
    }
    for (; s < S; s++) {
      const b = numberAt(B) + <usize>s * bytes;
      let sum = f64x2.splat(0);
      for (let n: usize = 0; n < bytes; n += 16) sum = madd(v128.load(a + n), v128.load(b + n), sum);
      keep(0, sum);
      put(r, 1, s, 1, to, r1, c1, r2, c2, twice, add);
    }
  }
}

export function pairRows(x: i32, xs: i32, y: i32, ys: i32, symmetric: bool, N: i32, to: i32): void {
  const bytes = numberAt(N);
  let out = numberAt(to);
  for (let p = 0; p < ys; p++) {
    const yRow = numberAt(y) + <usize>p * bytes;
    const last = symmetric ? p + 1 : xs;
    for (let i = 0; i < last; i++) {
      const xRow = numberAt(x) + <usize>i * bytes;
      for (let n: usize = 0; n < bytes; n += 16) {
        v128.store(out + n, f64x2.mul(v128.load(xRow + n), v128.load(yRow + n)));
      }
      out += bytes;
    }
  }
}

// Four results at a time, so that every row of `from` is loaded once for four.
export function mixRows(
  from: i32,
  fromStride: i32,
  count: i32,
  w: i32,
  wStride: i32,
  wOutStride: i32,
  to: i32,
  toStride: i32,
  outs: i32,
  N: i32,
  add: bool,
): void {
  const bytes = numberAt(N);
  const fromStep = numberAt(fromStride);
  const toStep = numberAt(toStride);
  const wStep = numberAt(wStride);
  const wOutStep = numberAt(wOutStride);
  let j = 0;
  for (; j + 3 < outs; j += 4) {
    const t0 = numberAt(to) + <usize>j * toStep;
    const t1 = t0 + toStep;
    const t2 = t1 + toStep;
    const t3 = t2 + toStep;
    for (let n: usize = 0; n < bytes; n += 16) {
      let c0 = add ? v128.load(t0 + n) : f64x2.splat(0);
      let c1 = add ? v128.load(t1 + n) : f64x2.splat(0);
      let c2 = add ? v128.load(t2 + n) : f64x2.splat(0);
      let c3 = add ? v128.load(t3 + n) : f64x2.splat(0);
      let row = numberAt(from) + n;
      let weight = numberAt(w) + <usize>j * wOutStep;
      for (let q = 0; q < count; q++) {
        const x = v128.load(row);
        c0 = madd(x, v128.load64_splat(weight), c0);
        c1 = madd(x, v128.load64_splat(weight + wOutStep), c1);
        c2 = madd(x, v128.load64_splat(weight + 2 * wOutStep), c2);
        c3 = madd(x, v128.load64_splat(weight + 3 * wOutStep), c3);
        row += fromStep;
        weight += wStep;
      }
      v128.store(t0 + n, c0);
      v128.store(t1 + n, c1);
      v128.store(t2 + n, c2);
      v128.store(t3 + n, c3);
    }
  }
  for (; j < outs; j++) {
    const t = numberAt(to) + <usize>j * toStep;
    for (let n: usize = 0; n < bytes; n += 16) {
      let sum = add ? v128.load(t + n) : f64x2.splat(0);
      let row = numberAt(from) + n;
      let weight = numberAt(w) + <usize>j * wOutStep;
      for (let q = 0; q < count; q++) {
        sum = madd(v128.load(row), v128.load64_splat(weight), sum);
        row += fromStep;
        weight += wStep;
      }
      v128.store(t + n, sum);
    }
  }
}

export function timesRows(to: i32, by: i32, count: i32): void {
  const bytes = numberAt(count);
  const out = numberAt(to);
  const factor = numberAt(by);
  for (let n: usize = 0; n < bytes; n += 16) {
    v128.store(out + n, f64x2.mul(v128.load(out + n), v128.load(factor + n)));
  }
}
