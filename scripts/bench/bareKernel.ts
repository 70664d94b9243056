import { gaussians } from '../../engine/data/random.ts';
import type { Kernels } from '../../engine/kernels/kernels.ts';
import type { Topology } from '../../engine/network/topology.ts';
import { heapRows } from './heapRows.ts';
import type { Run } from './stopwatch.ts';

/** A product of two tables over N patterns: `C = A Bᵀ`, A [R × N], B [S × N]. */
export interface Shape {
  readonly R: number;
  readonly S: number;
}

/** Multiplications and additions of table products over N patterns. */
export const operationsOf = (shapes: readonly Shape[], N: number): number =>
  shapes.reduce((sum, { R, S }) => sum + 2 * R * S * N, 0);

/** The table products that the exact Hessian of a dense network consists of (engine/curvature/operations.ts). */
export function exactShapes({ layers }: Topology): Shape[] {
  const pairs = (count: number): number => (count * (count + 1)) / 2;
  return layers.flatMap(({ units, inputs, index }) => [
    { R: pairs(units), S: pairs(inputs + 1) },
    ...layers.slice(0, index).map((earlier) => ({
      R: units * earlier.units,
      S: (inputs + 1) * (earlier.inputs + 1),
    })),
  ]);
}

const RANDOM = gaussians(4, 4096);

/**
 * Table products by the kernel alone: tables that lie ready, results side by side, nothing else. Lays out
 * tables of normal numbers for these products in the heap of kernels that nothing else uses.
 */
export function bareKernel(kernels: Kernels, shapes: readonly Shape[], N: number): Run {
  const { table, integers, addresses, multiply } = heapRows(kernels, N);
  const products = shapes.map(({ R, S }) => ({
    A: addresses(table(RANDOM, R * N), R, S),
    B: [table(RANDOM, S * N), S, integers(S, 0, 1)] as const,
    to: kernels.heap.take(R * S),
  }));
  return () => products.forEach(({ A, B, to }) => multiply(A, B, to, false));
}
