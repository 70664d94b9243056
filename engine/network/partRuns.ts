import { indicesIn, type Part } from './groups.ts';
import { runsOf, type Run } from './runs.ts';
import type { Topology } from './topology.ts';

/**
 * Runs of entries of a matrix [W × W] that are a part's: its rows up to its own groups, and their mirror images; one
 * run of all entries without a part. O(rows) calls.
 * @param act gets the first entry and the one after the last
 */
export function forEachPartRun(
  topology: Topology,
  part: Part | undefined,
  act: (from: number, end: number) => void,
): void {
  const { W } = topology;
  if (part === undefined) return act(0, W * W);
  const before = indicesIn(topology, { first: 0, end: part.first });
  const own = indicesIn(topology, part);
  const each = (rows: readonly number[], columns: readonly Run[]): void => {
    for (const row of rows) for (const { from, end } of columns) act(row * W + from, row * W + end);
  };
  each(own, runsOf([...before, ...own]));
  each(before, runsOf(own));
}
