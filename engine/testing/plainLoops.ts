import type { Heap } from '../kernels/heap.ts';
import type { Loops, Mix, Products } from '../kernels/loops.ts';

/** The loops as the sums of their formulas, one number at a time: the oracle of all kernels. */
export function plainLoops(heap: Heap): Omit<Loops, 'heap'> {
  return {
    addProducts({ rows, R, B, S, N, to, r1, c1, second }: Products, add: boolean) {
      const { numbers: x, integers: table } = heap;
      for (let r = 0; r < R; r++) {
        for (let s = 0; s < S; s++) {
          let sum = 0;
          for (let n = 0; n < N; n++) sum += x[table[rows + r] + n] * x[B + s * N + n];
          const at = to + table[r1 + r] + table[c1 + s];
          x[at] = add ? x[at] + sum : sum;
          if (second !== undefined) x[to + table[second.r2 + r] + table[second.c2 + s]] = x[at];
        }
      }
    },
    pairRows(x, xs, y, ys, symmetric, N, to) {
      const { numbers } = heap;
      let at = to;
      for (let p = 0; p < ys; p++) {
        for (let i = 0; i < (symmetric ? p + 1 : xs); i++) {
          for (let n = 0; n < N; n++) numbers[at++] = numbers[x + i * N + n] * numbers[y + p * N + n];
        }
      }
    },
    mixRows(mix: Mix, add: boolean) {
      const { from, fromStride, count, w, wStride, wOutStride, to, toStride, outs, N, times } = mix;
      const { numbers: x } = heap;
      for (let j = 0; j < outs; j++) {
        for (let n = 0; n < N; n++) {
          let sum = add ? x[to + j * toStride + n] : 0;
          for (let q = 0; q < count; q++)
            sum += x[w + j * wOutStride + q * wStride] * x[from + q * fromStride + n];
          x[to + j * toStride + n] = times === undefined ? sum : sum * x[times + j * N + n];
        }
      }
    },
    foldBlock({ a, h, rows, columns, cellOf, cells, sums }) {
      const { numbers: x, integers } = heap;
      let at = 0;
      for (let row = rows.from; row < rows.end; row++) {
        for (let column = columns.from; column < columns.end && column <= row; column++, at++) {
          const own = row === column;
          x[own ? sums + 2 : sums] += (own ? 1 : 2) * x[a + at] ** 2;
          x[own ? sums + 3 : sums + 1] += (own ? 1 : 2) * (x[a + at] - x[h + at]) ** 2;
          x[sums + 4] = Math.max(x[sums + 4], Math.abs(x[a + at]));
          const [I, J] = [integers[cellOf + row], integers[cellOf + column]];
          const to = cells + (I * (I + 1)) / 2 + J;
          if (!(Math.abs(x[a + at]) <= Math.abs(x[to]))) x[to] = x[a + at];
        }
      }
    },
    packBlock({ A, W, rows, columns, factor, to }) {
      const { numbers } = heap;
      let at = to;
      for (let row = rows.from; row < rows.end; row++) {
        for (let column = columns.from; column < columns.end && column <= row; column++)
          numbers[at++] = numbers[A + row * W + column] * factor;
      }
    },
    minusRows(to, by, count) {
      const { numbers } = heap;
      for (let q = 0; q < count; q++) numbers[to + q] -= numbers[by + q];
    },
    timesRows(to, by, count) {
      const { numbers } = heap;
      for (let q = 0; q < count; q++) numbers[to + q] *= numbers[by + q];
    },
  };
}
