import { indicesIn, type Part } from '../../engine/network/groups.ts';
import type { Run } from '../../engine/network/ownedRows.ts';
import type { Topology } from '../../engine/network/topology.ts';

/** Indices as runs of indices that follow each other. */
function runsOf(indices: readonly number[]): readonly Run[] {
  const sorted = [...indices].sort((p, q) => p - q);
  const runs: { from: number; end: number }[] = [];
  for (const index of sorted) {
    const last = runs.at(-1);
    if (last?.end === index) last.end += 1;
    else runs.push({ from: index, end: index + 1 });
  }
  return runs;
}

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
