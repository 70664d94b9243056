import { takeNumbers } from '../kernels/spareNumbers.ts';
import type { Part } from '../network/groups.ts';
import { shareOf } from '../network/shares.ts';
import type { Topology } from '../network/topology.ts';

/** The entries of a part's share (network/shares.ts), of a matrix whose lower triangle is at `A[at …]`. O(share). */
export function packShare(topology: Topology, part: Part, A: Float64Array, at = 0): Float64Array {
  const { W } = topology;
  const share = shareOf(topology, part);
  const packed = takeNumbers(share.size);
  for (const { rows, columns, at: begin } of share.blocks) {
    let place = begin;
    for (let row = rows.from; row < rows.end; row++) {
      const start = at + row * W;
      const end = start + Math.min(columns.end, row + 1);
      for (let q = start + columns.from; q < end; q++) packed[place++] = A[q];
    }
  }
  return packed;
}

/** A whole matrix as it is, or packed to a part's share. */
export const wholeOrShare = (topology: Topology, part: Part | undefined, A: Float64Array): Float64Array =>
  part === undefined ? A : packShare(topology, part, A);
