import { kernels } from '../kernels/kernels.ts';
import { takeNumbers } from '../kernels/spareNumbers.ts';
import type { Part } from '../network/groups.ts';
import { assemble } from './assemble.ts';
import { addDecay, finishMatrix } from './finish.ts';
import { forEachBlock, type PatternTables } from './patternTables.ts';
import { type Range, rowRanges } from './rowRanges.ts';
import type { Sensitivities } from './sensitivities.ts';
import { packFromHeap } from './share.ts';
import { unfold } from './unfold.ts';
import type { UnitPairs } from './unitPairs.ts';
import type { Workspace } from './workspace.ts';

/**
 * `c Σ_n A_n + αI`, row-major W × W, from what `tablesFor` makes of each block of patterns: unit pairs b
 * and, where inputs change too, sensitivities T (curvature/assemble.ts); with `part`, its share. For networks of
 * dense layers. Where `onTop`, A comes on top of the sums that are there. O(N W²).
 */
export function sumOverPatterns(
  workspace: Workspace,
  part: Part | undefined,
  tablesFor: (
    tables: PatternTables,
    ranges: readonly Range[],
  ) => { readonly b: UnitPairs; readonly T: Sensitivities | null },
  onTop = false,
): Float64Array {
  const { topology } = workspace;
  const { W } = topology;
  const ranges = rowRanges(topology, part);
  let at = 0;
  forEachBlock(workspace, part, (tables, sums) => {
    at = sums;
    const add = onTop || tables.first > 0;
    assemble({ topology, tables, ranges, sums, add, onTop, ...tablesFor(tables, ranges) });
  });
  if (part !== undefined) return addDecay(workspace, packFromHeap(topology, part, at, workspace.c), part);
  const values = takeNumbers(W * W);
  unfold(kernels().heap.numbers, at, W, values);
  return finishMatrix(workspace, values, 'dense');
}
