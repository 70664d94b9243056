import { withTables } from './againstTable.ts';
import { createHeap } from './heap.ts';
import type { Kernels } from './kernels.ts';
import type { Loops } from './loops.ts';

/** What the compiled kernels.as.ts exports: the kernels on offsets into its memory. */
export interface SimdModule {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  addProducts(
    rows: number,
    R: number,
    B: number,
    S: number,
    N: number,
    to: number,
    r1: number,
    c1: number,
    r2: number,
    c2: number,
    twice: boolean,
    add: boolean,
  ): void;
  pairRows: Loops['pairRows'];
  mixRows(
    from: number,
    fromStride: number,
    count: number,
    w: number,
    wStride: number,
    wOutStride: number,
    to: number,
    toStride: number,
    outs: number,
    N: number,
    times: number,
    add: boolean,
  ): void;
  packBlock(
    A: number,
    W: number,
    rowFrom: number,
    rowEnd: number,
    columnFrom: number,
    columnEnd: number,
    factor: number,
    to: number,
  ): void;
  foldBlock(
    a: number,
    h: number,
    rowFrom: number,
    rowEnd: number,
    columnFrom: number,
    columnEnd: number,
    cellOf: number,
    cells: number,
    strip: number,
    sums: number,
  ): void;
  timesRows: Loops['timesRows'];
  minusRows: Loops['minusRows'];
}

const PAGE = 65_536;
/** Bytes that a growing memory takes at most beyond what is needed. */
const SPARE = 2 ** 24;
/** The compiler keeps a few constants at the start of the memory: numbers left free for them. */
const START = 128;
/** No offset of the heap. */
const NONE = 0;

/** Kernels on a WebAssembly module, the heap being its memory. */
export function simdKernels(module: SimdModule): Kernels {
  const { memory } = module;
  const heap = createHeap((bytes) => {
    const missing = bytes - memory.buffer.byteLength;
    // By somewhat more than is needed, so that it happens a few times only.
    if (missing > 0) memory.grow(Math.ceil((missing + Math.min(bytes / 2, SPARE)) / PAGE));
    return memory.buffer;
  }, START);
  return withTables({
    heap,
    addProducts: ({ rows, R, B, S, N, to, r1, c1, second }, add) =>
      module.addProducts(
        ...([rows, R, B, S, N, to, r1, c1] as const),
        second?.r2 ?? r1,
        second?.c2 ?? c1,
        second !== undefined,
        add,
      ),
    pairRows: (...tables) => module.pairRows(...tables),
    mixRows: ({ from, fromStride, count, w, wStride, wOutStride, to, toStride, outs, N, times }, add) =>
      module.mixRows(
        ...([from, fromStride, count, w, wStride, wOutStride] as const),
        ...([to, toStride, outs, N, times ?? NONE, add] as const),
      ),
    packBlock: ({ A, W, rows, columns, factor, to }) =>
      module.packBlock(A, W, rows.from, rows.end, columns.from, columns.end, factor, to),
    foldBlock: ({ a, h, rows, columns, cellOf, cells, strip, sums }) =>
      module.foldBlock(
        ...([a, h, rows.from, rows.end, columns.from, columns.end] as const),
        ...([cellOf, cells, strip, sums] as const),
      ),
    timesRows: (to, by, count) => module.timesRows(to, by, count),
    minusRows: (to, by, count) => module.minusRows(to, by, count),
  });
}
