import type { Part } from '../../engine/network/groups.ts';
import { forEachPartRun } from '../../engine/network/partRuns.ts';
import type { Topology } from '../../engine/network/topology.ts';

/**
 * Copies a part's rows up to its own groups, and their mirror images, from one matrix [W × W] to another: whole
 * runs of columns at a time. O(rows · W).
 */
export function copyRows(topology: Topology, part: Part, from: Float64Array, to: Float64Array): void {
  forEachPartRun(topology, part, (start, end) => to.set(from.subarray(start, end), start));
}
