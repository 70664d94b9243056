import type { Heap } from '../kernels/heap.ts';
import type { Images, Loops, Mix, Products } from '../kernels/loops.ts';

/** The loops as the sums of their formulas, one number at a time: the oracle of all kernels. */
export function plainLoops(heap: Heap): Omit<Loops, 'heap'> {
  return {
    addProducts({ rows, R, B, S, N, to, r1, c1, r2, c2, r3, r4 }: Products, images: Images, add: boolean) {
      const { numbers: x, integers: table } = heap;
      for (let r = 0; r < R; r++) {
        for (let s = 0; s < S; s++) {
          let sum = 0;
          for (let n = 0; n < N; n++) sum += x[table[rows + r] + n] * x[B + s * N + n];
          const places = [r1, r2, r3, r4].map((row, q) => to + table[row + r] + table[(q % 2 ? c2 : c1) + s]);
          const value = add ? x[places[0]] + sum : sum;
          for (const place of places.slice(0, images + 1)) x[place] = value;
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
    mixRows({ from, fromStride, count, w, wStride, wOutStride, to, toStride, outs, N }: Mix, add: boolean) {
      const { numbers: x } = heap;
      for (let j = 0; j < outs; j++) {
        for (let n = 0; n < N; n++) {
          let sum = add ? x[to + j * toStride + n] : 0;
          for (let q = 0; q < count; q++)
            sum += x[w + j * wOutStride + q * wStride] * x[from + q * fromStride + n];
          x[to + j * toStride + n] = sum;
        }
      }
    },
    timesRows(to, by, count) {
      const { numbers } = heap;
      for (let q = 0; q < count; q++) numbers[to + q] *= numbers[by + q];
    },
  };
}
