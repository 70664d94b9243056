// AssemblyScript: the twins of packBlock.ts and foldBlock.ts.

import { integerAt, madd, numberAt } from './vectors.as';

export function packBlock(
  A: i32,
  W: i32,
  rowFrom: i32,
  rowEnd: i32,
  columnFrom: i32,
  columnEnd: i32,
  factor: f64,
  to: i32,
): void {
  const times = f64x2.splat(factor);
  let out = numberAt(to);
  for (let row = rowFrom; row < rowEnd; row++) {
    const from = numberAt(A + row * W + columnFrom);
    const bytes = numberAt(min(columnEnd, row + 1) - columnFrom);
    const pairs = bytes & ~15;
    for (let n: usize = 0; n < pairs; n += 16) v128.store(out + n, f64x2.mul(v128.load(from + n), times));
    if (pairs < bytes) store<f64>(out + pairs, load<f64>(from + pairs) * factor);
    out += bytes;
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
