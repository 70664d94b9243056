// AssemblyScript: the twins of rows.ts.

import { madd, numberAt } from './vectors.as';

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

// Four results and four patterns at a time: every loaded pair is used four times, every weight twice, and each is
// loaded right before (products.as.ts says why). Where fewer are left the last are computed again; all is read before
// anything is written.
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
  times: i32,
  add: bool,
): void {
  const bytes = numberAt(N);
  const fromStep = numberAt(fromStride);
  const wStep = numberAt(wStride);
  let x = f64x2.splat(0);
  let y = x;
  let v = x;
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
    const f0 = numberAt(times + j * N);
    const f1 = numberAt(times + j1 * N);
    const f2 = numberAt(times + j2 * N);
    const f3 = numberAt(times + j3 * N);
    for (let n: usize = 0; n < bytes; n += 32) {
      const m = n + 16;
      let c0 = add ? v128.load(t0 + n) : f64x2.splat(0);
      let c1 = add ? v128.load(t1 + n) : f64x2.splat(0);
      let c2 = add ? v128.load(t2 + n) : f64x2.splat(0);
      let c3 = add ? v128.load(t3 + n) : f64x2.splat(0);
      let d0 = add ? v128.load(t0 + m) : f64x2.splat(0);
      let d1 = add ? v128.load(t1 + m) : f64x2.splat(0);
      let d2 = add ? v128.load(t2 + m) : f64x2.splat(0);
      let d3 = add ? v128.load(t3 + m) : f64x2.splat(0);
      let row = numberAt(from) + n;
      let weight = numberAt(w + j * wOutStride);
      const end = row + <usize>count * fromStep;
      while (row < end) {
        x = v128.load(row);
        y = v128.load(row, 16);
        v = v128.load64_splat(weight);
        c0 = madd(x, v, c0);
        d0 = madd(y, v, d0);
        v = v128.load64_splat(weight + w1);
        c1 = madd(x, v, c1);
        d1 = madd(y, v, d1);
        v = v128.load64_splat(weight + w2);
        c2 = madd(x, v, c2);
        d2 = madd(y, v, d2);
        v = v128.load64_splat(weight + w3);
        c3 = madd(x, v, c3);
        d3 = madd(y, v, d3);
        row += fromStep;
        weight += wStep;
      }
      if (times) {
        c0 = f64x2.mul(c0, v128.load(f0 + n));
        d0 = f64x2.mul(d0, v128.load(f0 + m));
        c1 = f64x2.mul(c1, v128.load(f1 + n));
        d1 = f64x2.mul(d1, v128.load(f1 + m));
        c2 = f64x2.mul(c2, v128.load(f2 + n));
        d2 = f64x2.mul(d2, v128.load(f2 + m));
        c3 = f64x2.mul(c3, v128.load(f3 + n));
        d3 = f64x2.mul(d3, v128.load(f3 + m));
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

export function minusRows(to: i32, by: i32, count: i32): void {
  const bytes = numberAt(count);
  const out = numberAt(to);
  const taken = numberAt(by);
  for (let n: usize = 0; n < bytes; n += 16) {
    v128.store(out + n, f64x2.sub(v128.load(out + n), v128.load(taken + n)));
  }
}
