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
  for (let r = 0; r < R; r += 4) {
    const a0 = numberAt(integerAt(rows, r));
    const a1 = numberAt(integerAt(rows, min(r + 1, R - 1)));
    const a2 = numberAt(integerAt(rows, min(r + 2, R - 1)));
    const a3 = numberAt(integerAt(rows, min(r + 3, R - 1)));
    for (let s = 0; s < S; s += 3) {
      const b0 = numberAt(B) + <usize>s * bytes;
      const b1 = numberAt(B) + <usize>min(s + 1, S - 1) * bytes;
      const b2 = numberAt(B) + <usize>min(s + 2, S - 1) * bytes;
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
      put(r, min(4, R - r), s, min(3, S - s), to, r1, c1, r2, c2, twice, add);
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

// Four results and four patterns at a time: every loaded pair is used four times, every weight twice. Where
// fewer are left the last are computed again; all is read before anything is written.
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
  const wStep = numberAt(wStride);
  for (let j = 0; j < outs; j += 4) {
    const j1 = min(j + 1, outs - 1);
    const j2 = min(j + 2, outs - 1);
    const j3 = min(j + 3, outs - 1);
    const t0 = numberAt(to + j * toStride);
    const t1 = numberAt(to + j1 * toStride);
    const t2 = numberAt(to + j2 * toStride);
    const t3 = numberAt(to + j3 * toStride);
    const w1 = numberAt((j1 - j) * wOutStride);
    const w2 = numberAt((j2 - j) * wOutStride);
    const w3 = numberAt((j3 - j) * wOutStride);
    for (let n: usize = 0; n < bytes; n += 32) {
      const m = min(n + 16, bytes - 16);
      let c0 = add ? v128.load(t0 + n) : f64x2.splat(0);
      let c1 = add ? v128.load(t1 + n) : f64x2.splat(0);
      let c2 = add ? v128.load(t2 + n) : f64x2.splat(0);
      let c3 = add ? v128.load(t3 + n) : f64x2.splat(0);
      let d0 = add ? v128.load(t0 + m) : f64x2.splat(0);
      let d1 = add ? v128.load(t1 + m) : f64x2.splat(0);
      let d2 = add ? v128.load(t2 + m) : f64x2.splat(0);
      let d3 = add ? v128.load(t3 + m) : f64x2.splat(0);
      let row = numberAt(from);
      let weight = numberAt(w + j * wOutStride);
      for (let q = 0; q < count; q++) {
        const x = v128.load(row + n);
        const y = v128.load(row + m);
        const v0 = v128.load64_splat(weight);
        c0 = madd(x, v0, c0);
        d0 = madd(y, v0, d0);
        const v1 = v128.load64_splat(weight + w1);
        c1 = madd(x, v1, c1);
        d1 = madd(y, v1, d1);
        const v2 = v128.load64_splat(weight + w2);
        c2 = madd(x, v2, c2);
        d2 = madd(y, v2, d2);
        const v3 = v128.load64_splat(weight + w3);
        c3 = madd(x, v3, c3);
        d3 = madd(y, v3, d3);
        row += fromStep;
        weight += wStep;
      }
      v128.store(t0 + n, c0);
      v128.store(t1 + n, c1);
      v128.store(t2 + n, c2);
      v128.store(t3 + n, c3);
      v128.store(t0 + m, d0);
      v128.store(t1 + m, d1);
      v128.store(t2 + m, d2);
      v128.store(t3 + m, d3);
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

// Entries of a block of a symmetric matrix, packed row by row up to the diagonal, and those it is compared with: see
// foldBlock.ts.
export function foldBlock(
  a: i32,
  h: i32,
  rowFrom: i32,
  rowEnd: i32,
  columnFrom: i32,
  columnEnd: i32,
  cellOf: i32,
  cells: i32,
  strip: i32,
  sums: i32,
): void {
  let at = numberAt(a);
  let against = numberAt(h);
  const first = numberAt(strip);
  const triangle = rowFrom == columnFrom;
  let squares = f64x2.splat(0);
  let differences = f64x2.splat(0);
  let oddSquares: f64 = 0;
  let oddDifferences: f64 = 0;
  let ownSquares: f64 = 0;
  let ownDifferences: f64 = 0;
  let largest: f64 = 0;
  let row = rowFrom;
  while (row < rowEnd) {
    const cell = integerAt(cellOf, row);
    memory.fill(first, 0, numberAt(columnEnd - columnFrom + 1));
    let count = 0;
    for (; row < rowEnd && integerAt(cellOf, row) == cell; row++) {
      // The diagonal's entry stands for itself alone.
      count = min(columnEnd, row) - columnFrom;
      const bytes = numberAt(count);
      const pairs = bytes & ~15;
      let n: usize = 0;
      for (; n < pairs; n += 16) {
        const x = v128.load(at + n);
        const most = v128.load(first + n);
        const larger = f64x2.gt(f64x2.abs(x), f64x2.abs(most));
        v128.store(first + n, v128.bitselect(x, most, larger));
        const difference = f64x2.sub(x, v128.load(against + n));
        squares = madd(x, x, squares);
        differences = madd(difference, difference, differences);
      }
      if (n < bytes) {
        const x = load<f64>(at + n);
        if (abs(x) > abs(load<f64>(first + n))) store<f64>(first + n, x);
        const difference = x - load<f64>(against + n);
        oddSquares += x * x;
        oddDifferences += difference * difference;
      }
      at += bytes;
      against += bytes;
      if (triangle) {
        const x = load<f64>(at);
        const most = first + bytes;
        if (abs(x) > abs(load<f64>(most))) store<f64>(most, x);
        const difference = x - load<f64>(against);
        ownSquares += x * x;
        ownDifferences += difference * difference;
        at += 8;
        against += 8;
        count += 1;
      }
    }
    const start = cells + ((cell * (cell + 1)) >> 1);
    for (let column = 0; column < count; column++) {
      const x = load<f64>(first + numberAt(column));
      if (abs(x) > largest) largest = abs(x);
      const to = numberAt(start + integerAt(cellOf, columnFrom + column));
      // A cell in which nothing is yet holds NaN; the strip holds none.
      if (!(abs(x) <= abs(load<f64>(to)))) store<f64>(to, x);
    }
  }
  const total = numberAt(sums);
  const s = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  const d = f64x2.extract_lane(differences, 0) + f64x2.extract_lane(differences, 1);
  store<f64>(total, load<f64>(total) + 2 * (s + oddSquares));
  store<f64>(total + 8, load<f64>(total + 8) + 2 * (d + oddDifferences));
  store<f64>(total + 16, load<f64>(total + 16) + ownSquares);
  store<f64>(total + 24, load<f64>(total + 24) + ownDifferences);
  if (largest > load<f64>(total + 32)) store<f64>(total + 32, largest);
}
