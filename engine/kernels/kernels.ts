import { addProducts } from './addProducts.ts';
import { type Tables, withTables } from './againstTable.ts';
import { foldBlock } from './foldBlock.ts';
import { createHeap } from './heap.ts';
import type { Loops } from './loops.ts';
import { packBlock } from './packBlock.ts';
import { minusRows, mixRows, pairRows, timesRows } from './rows.ts';

export type Kernels = Loops & Tables;

/** In plain TypeScript: the fallback where SIMD is missing, and the oracle of the tests. */
export function createPlainKernels(): Kernels {
  let buffer = new ArrayBuffer(0);
  const heap = createHeap((bytes) => {
    const larger = new ArrayBuffer(Math.max(bytes, 2 * buffer.byteLength));
    new Uint8Array(larger).set(new Uint8Array(buffer));
    buffer = larger;
    return buffer;
  }, 0);
  return withTables({
    heap,
    addProducts: (products, add) => addProducts(heap, products, add),
    pairRows: (...tables) => pairRows(heap.numbers, ...tables),
    mixRows: (mix, add) => mixRows(heap.numbers, mix, add),
    packBlock: (pack) => packBlock(heap.numbers, pack),
    foldBlock: (fold) => foldBlock(heap.numbers, heap.integers, fold),
    timesRows: (to, by, count) => timesRows(heap.numbers, to, by, count),
    minusRows: (to, by, count) => minusRows(heap.numbers, to, by, count),
  });
}

let current: Kernels | null = null;

/** The kernels in use. */
export const kernels = (): Kernels => (current ??= createPlainKernels());

/** Chooses the kernels for all that follows; a worker calls it once, when it starts. */
export function chooseKernels(chosen: Kernels): void {
  current = chosen;
}
