import { indicesIn, type Part } from '../../engine/network/groups.ts';
import { runsOf, type Run } from '../../engine/network/runs.ts';
import type { Topology } from '../../engine/network/topology.ts';

/**
 * Copies a part's rows up to its own groups, and their mirror images, from one matrix [W × W] to another: whole
 * runs of columns at a time. O(rows · W).
 */
export function copyRows(topology: Topology, part: Part, from: Float64Array, to: Float64Array): void {
  const { W } = topology;
  const before = indicesIn(topology, { first: 0, end: part.first });
  const own = indicesIn(topology, part);
  const copy = (rows: readonly number[], columns: readonly Run[]): void => {
    for (const row of rows) {
      for (const run of columns) {
        const start = row * W + run.from;
        to.set(from.subarray(start, row * W + run.end), start);
      }
    }
  };
  copy(own, runsOf([...before, ...own]));
  copy(before, runsOf(own));
}
