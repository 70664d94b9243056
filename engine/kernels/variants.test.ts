import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import simd from './kernels.as.ts?bytes';
import fused from './kernels.as.ts?bytes&fused';
import { createPlainKernels } from './kernels.ts';
import type { Loops } from './loops.ts';
import { simdKernels, type SimdModule } from './simdKernels.ts';
import { expectClose } from '../testing/close.ts';
import { plainLoops } from '../testing/plainLoops.ts';

// Node has fused multiply-add behind a flag; browsers have it without.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const compiled = (bytes: Uint8Array<ArrayBuffer>) =>
  simdKernels(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as SimdModule);

const variants = {
  plain: createPlainKernels,
  SIMD: () => compiled(simd),
  'SIMD and fused multiply-add': () => compiled(fused),
} as const;

const side = fc.integer({ min: 1, max: 13 });
/** The length of rows is a multiple of four. */
const length = fc.integer({ min: 1, max: 10 }).map((quarter) => 4 * quarter);

/** Numbers that a run of tables holds, the same for every kind of kernels. */
function fill({ heap }: Loops, count: number): number {
  const at = heap.take(count);
  heap.numbers.set(gaussians(count, count), at);
  return at;
}

function integers({ heap }: Loops, values: readonly number[]): number {
  const at = heap.takeIntegers(values.length);
  heap.integers.set(values, at);
  return at;
}

/** All numbers of a heap from an offset, after `run` worked on them. */
function after(loops: Loops, at: number, count: number, run: () => void): Float64Array {
  run();
  return loops.heap.numbers.slice(at, at + count);
}

const range = (count: number): number[] => Array.from({ length: count }, (_, q) => q);

// Up to 40 products summed in another order, fused or not: some 40 roundings of 1.1e-16.
const REORDERED = 1e-14;

describe.each(Object.entries(variants))('%s kernels', (name, create) => {
  const loops = create();
  const oracle = { ...loops, ...plainLoops(loops.heap) };

  // The largest have more rows than are met at once.
  test.each([
    ['whatever the remainders of the tiles', side, 400],
    ['in strips where there are many', fc.integer({ min: 350, max: 1500 }), 8],
  ] as const)('products go to their addresses, %s', (_, many, numRuns) => {
    fc.assert(
      fc.property(side, many, length, fc.boolean(), fc.boolean(), (R, S, N, twice, add) => {
        const found = [loops, oracle].map((used) => {
          const mark = used.heap.mark();
          const table = fill(used, (R + S) * N);
          const rows = integers(
            used,
            range(R).map((r) => table + (R - 1 - r) * N),
          );
          // Every address r_q + c of the two blocks of R × S numbers is its own.
          const [r1, r2] = range(2).map((block) =>
            integers(
              used,
              range(R).map((r) => (block * R + r) * S),
            ),
          );
          const [c1, c2] = [range(S), range(S).reverse()].map((columns) => integers(used, columns));
          const to = fill(used, 2 * R * S);
          const products = {
            rows,
            R,
            B: table + R * N,
            S,
            N,
            to,
            r1,
            c1,
            ...(twice ? { second: { r2, c2 } } : {}),
          };
          const result = after(used, to, 2 * R * S, () => used.addProducts(products, add));
          used.heap.release(mark);
          return result;
        });
        expectClose(name, found[0], found[1], REORDERED, 1);
      }),
      { numRuns },
    );
  });

  test('rows are paired, mixed, multiplied and subtracted', () => {
    fc.assert(
      fc.property(side, side, length, fc.boolean(), fc.boolean(), (rows, columns, N, flag, multiplied) => {
        const runs: ((used: Loops, x: number, y: number, to: number) => void)[] = [
          (used, x, y, to) => used.pairRows(x, rows, y, flag ? rows : columns, flag, N, to),
          (used, x, _, to) => used.timesRows(to, x, rows * N),
          (used, x, _, to) => used.minusRows(to, x, rows * N),
          (used, x, y, to) =>
            used.mixRows(
              {
                ...{ from: x, fromStride: N, count: rows, w: y, wStride: columns, wOutStride: 1 },
                ...{ to, toStride: N, outs: columns, N },
                ...(multiplied ? { times: y + rows * columns } : {}),
              },
              flag,
            ),
        ];
        for (const run of runs) {
          const size = rows * Math.max(rows, columns) * N;
          const found = [loops, oracle].map((used) => {
            const mark = used.heap.mark();
            const x = fill(used, rows * N);
            const y = fill(used, Math.max(rows, columns) * Math.max(rows, N) + columns * N);
            const to = fill(used, size);
            const result = after(used, to, size, () => run(used, x, y, to));
            used.heap.release(mark);
            return result;
          });
          expectClose(name, found[0], found[1], REORDERED, 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a block is packed row by row up to the diagonal, and nothing beside it is touched', () => {
    fc.assert(
      fc.property(side, side, side, fc.boolean(), side, (before, count, width, triangle, factor) => {
        const W = before + width + count;
        const rows = { from: before + width, end: W };
        const columns = triangle ? rows : { from: before, end: rows.from };
        const size = triangle ? (count * (count + 1)) / 2 : count * width;
        const [found, expected] = [loops, oracle].map((used) => {
          const mark = used.heap.mark();
          const A = fill(used, W * W);
          const to = fill(used, size + 2);
          const pack = { A, W, rows, columns, factor: factor / 7, to: to + 1 };
          const result = after(used, to, size + 2, () => used.packBlock(pack));
          used.heap.release(mark);
          return result;
        });
        // One product each: the very same numbers.
        expect(found).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('a block is folded to its sums and its cells, whatever is odd about it', () => {
    const sizes = fc.record({
      before: side,
      rows: side,
      columns: side,
      triangle: fc.boolean(),
      cells: fc.integer({ min: 1, max: 9 }),
      same: fc.boolean(),
    });
    fc.assert(
      fc.property(sizes, ({ before, rows, columns, triangle, cells, same }) => {
        const W = before + columns + rows;
        const own = { from: before + columns, end: W };
        const count = triangle ? (rows * (rows + 1)) / 2 : rows * columns;
        const found = [loops, oracle].map((used) => {
          const mark = used.heap.mark();
          const a = fill(used, count);
          const h = same ? a : fill(used, count + 1);
          const cellOf = integers(
            used,
            range(W).map((q) => Math.floor((q * cells) / W)),
          );
          const kept = (cells * (cells + 1)) / 2;
          const to = used.heap.take(kept);
          const sums = used.heap.take(5);
          const strip = used.heap.take(W + 1);
          used.heap.numbers.fill(NaN, to, to + kept);
          used.heap.numbers.set([0.5, 0.25, 1, 2, 0.5], sums);
          const fold = { a, h, rows: own, columns: triangle ? own : { from: before, end: own.from } };
          used.foldBlock({ ...fold, cellOf, cells: to, strip, sums });
          const result = [used.heap.numbers.slice(to, to + kept), used.heap.numbers.slice(sums, sums + 5)];
          used.heap.release(mark);
          return result;
        });
        const [[picture = [], totals = []] = [], [expectedPicture = [], expectedTotals = []] = []] = found;
        // Chosen, not computed: the very same numbers.
        expect(picture).toEqual(expectedPicture);
        expectClose('sums', totals, expectedTotals, REORDERED, 1 + 20 * count);
      }),
      { numRuns: 200 },
    );
  });

  test('the heap grows and keeps what it holds', () => {
    const mark = loops.heap.mark();
    const small = fill(loops, 1000);
    const before = loops.heap.numbers.slice(small, small + 1000);
    const large = loops.heap.take(5_000_000);
    expect(loops.heap.numbers.length).toBeGreaterThanOrEqual(large + 5_000_000);
    expect(loops.heap.numbers.slice(small, small + 1000)).toEqual(before);
    loops.heap.release(mark);
    expect(loops.heap.take(1000)).toBe(small);
    loops.heap.release(mark);
  });

  test('tables outside the heap are multiplied, an odd number of patterns too', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 41 }), (R, S, N) => {
        const [A, B] = [gaussians(3, R * N), gaussians(4, S * N)];
        const C = new Float64Array(R * S);
        create().againstTable(B, S, N)(A, R, C);
        const expected = C.map((_, at) => {
          const [r, s] = [Math.floor(at / S), at % S];
          return range(N).reduce((sum, n) => sum + A[r * N + n] * B[s * N + n], 0);
        });
        expectClose('C', C, expected, REORDERED, 1);
      }),
      { numRuns: 50 },
    );
  });
});
