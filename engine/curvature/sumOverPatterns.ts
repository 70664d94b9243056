import { addBlock, mirror } from './assemble.ts';
import { finishMatrix } from './finish.ts';
import { forEachBlock, type PatternTables } from './patternTables.ts';
import type { Sensitivities } from './sensitivities.ts';
import type { UnitPairs } from './unitPairs.ts';
import type { Workspace } from './workspace.ts';

/**
 * `c Σ_n A_n + αI`, row-major W × W, from what `tablesFor` makes of each block of patterns: unit pairs b
 * and, where inputs change too, sensitivities T (curvature/assemble.ts). O(N W²).
 */
export function sumOverPatterns(
  workspace: Workspace,
  tablesFor: (tables: PatternTables) => { readonly b: UnitPairs; readonly T: Sensitivities | null },
): Float64Array {
  const { topology } = workspace;
  const A = new Float64Array(topology.W * topology.W);
  forEachBlock(workspace, (tables) => {
    const { b, T } = tablesFor(tables);
    addBlock(topology, tables, b, T, A);
  });
  mirror(A, topology.W);
  return finishMatrix(workspace, A, 'dense');
}
