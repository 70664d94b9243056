import { kernels } from '../kernels/kernels.ts';
import { takeNumbers } from '../kernels/spareNumbers.ts';
import type { Part } from '../network/groups.ts';
import { assemble } from './assemble.ts';
import { finishMatrix, finishShare } from './finish.ts';
import { forEachBlock, type PatternTables } from './patternTables.ts';
import { type Range, rowRanges } from './rowRanges.ts';
import type { Sensitivities } from './sensitivities.ts';
import { packShare } from './share.ts';
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
  const { numbers } = kernels().heap;
  if (part !== undefined) return finishShare(workspace, packShare(topology, part, numbers, at), part);
  const values = takeNumbers(W * W);
  unfold(numbers, at, W, values);
  return finishMatrix(workspace, values, 'dense');
}
