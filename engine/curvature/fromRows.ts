import type { Part } from '../network/groups.ts';
import { ownedRows } from '../network/ownedRows.ts';
import type { Topology } from '../network/topology.ts';
import { wholeOrShare } from './share.ts';

/**
 * A symmetric W × W matrix from its rows, each asked for once: of the entries (row, column) and (column, row) the
 * later group's row gives both, within a group the larger index's. With `part`, its share.
 */
export function fromRows(
  topology: Topology,
  part: Part | undefined,
  rowsOf: (indices: readonly number[]) => readonly Float64Array[],
): Float64Array {
  const { W } = topology;
  const A = new Float64Array(W * W);
  for (const { rows, earlier, own } of ownedRows(topology, part)) {
    rowsOf(rows).forEach((values, place) => {
      const row = rows[place];
      for (const { from, end } of [...earlier, ...own]) {
        for (let column = from; column < end; column++) {
          if (column > row && own.some((run) => column >= run.from && column < run.end)) continue;
          A[row * W + column] = values[column];
          A[column * W + row] = values[column];
        }
      }
    });
  }
  return wholeOrShare(topology, part, A);
}
