import { mirrorBlock } from '../kernels/mirror.ts';
import { indicesIn, type Part } from '../network/groups.ts';
import { runsOf, type Run } from '../network/runs.ts';
import type { Topology } from '../network/topology.ts';

/** Rows that are mirrored while they are in the cache. */
const STRIP = 8;

/**
 * Copies a symmetric matrix, of which the lower triangle is at `lower[at …]`, to A [W × W], both triangles. Of a
 * part, its rows up to its own groups, and their mirror images. O(rows · W).
 */
export function unfold(
  topology: Topology,
  part: Part | undefined,
  lower: Float64Array,
  at: number,
  A: Float64Array,
): void {
  const { W } = topology;
  const own = runsOf(indicesIn(topology, part));
  const before = part === undefined ? [] : runsOf(indicesIn(topology, { first: 0, end: part.first }));
  const block = (rows: Run, columns: Run): void => {
    for (let from = rows.from; from < rows.end; from += STRIP) {
      const end = Math.min(rows.end, from + STRIP);
      for (let r = from; r < end; r++) {
        const start = r * W + columns.from;
        A.set(lower.subarray(at + start, at + r * W + Math.min(columns.end, r + 1)), start);
      }
      mirrorBlock(A, W, { from, end }, columns);
    }
  };
  // Runs do not overlap: of two, the one with the larger indices has the rows of the lower triangle.
  for (const run of own) {
    for (const columns of own) if (columns.from <= run.from) block(run, columns);
    for (const other of before) {
      if (other.from < run.from) block(run, other);
      else block(other, run);
    }
  }
}
