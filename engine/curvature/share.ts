import { kernels } from '../kernels/kernels.ts';
import { takeNumbers } from '../kernels/spareNumbers.ts';
import type { Part } from '../network/groups.ts';
import { forEachRow, shareOf } from '../network/shares.ts';
import type { Topology } from '../network/topology.ts';

/** The entries of a part's share (network/shares.ts) of a matrix A [W × W], of which the lower triangle is read. O(share). */
export function packShare(topology: Topology, part: Part, A: Float64Array): Float64Array {
  const { W } = topology;
  const share = shareOf(topology, part);
  const packed = takeNumbers(share.size);
  forEachRow(share, (row, from, end, at) => packed.set(A.subarray(row * W + from, row * W + end), at));
  return packed;
}

/** The same of the matrix at offset A of the heap, times a factor. O(share). */
export function packFromHeap(topology: Topology, part: Part, A: number, factor: number): Float64Array {
  const { W } = topology;
  const { blocks, size } = shareOf(topology, part);
  const { heap, packBlock } = kernels();
  const mark = heap.mark();
  const to = heap.take(size);
  for (const { rows, columns, at } of blocks) packBlock({ A, W, rows, columns, factor, to: to + at });
  const packed = takeNumbers(size);
  packed.set(heap.numbers.subarray(to, to + size));
  heap.release(mark);
  return packed;
}

/** A whole matrix as it is, or packed to a part's share. */
export const wholeOrShare = (topology: Topology, part: Part | undefined, A: Float64Array): Float64Array =>
  part === undefined ? A : packShare(topology, part, A);
