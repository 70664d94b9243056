import { isDense } from '../network/topology.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import { areSumsOf, type PatternTables } from './patternTables.ts';
import type { Range } from './rowRanges.ts';
import { sensitivities } from './sensitivities.ts';
import { sumOverPatterns } from './sumOverPatterns.ts';
import { unitPairs } from './unitPairs.ts';
import { unitSeeded, unitSeededOperations } from './unitSeeded.ts';

/** The exact Hessian `H = ∇∇E`, by layer-pair products over the batch (PRML 5.4.5). */
export const exact: CurvatureMatrix = {
  label: 'Exact',
  symbol: 'H',
  formula: String.raw`H=\nabla\nabla E(\mathbf w)`,
  cost: 'O(W^2)',
  section: 'PRML 5.4.5',
  whenExact: 'This is the Hessian itself.',
  group: 'hessian',
  form: 'dense',
  role: 'exact',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'exact', part, () => {
      const { topology, seed } = workspace;
      if (!isDense(topology)) return unitSeeded(workspace, part);
      // Right after Gauss–Newton only what it drops is missing: few of the tables.
      const onTop = areSumsOf(workspace, part, seed.M);
      const recipe = (tables: PatternTables, ranges: readonly Range[]) => ({
        b: unitPairs(topology, tables, ranges, onTop ? null : seed.M, true),
        T: sensitivities(topology, tables),
      });
      return sumOverPatterns(workspace, part, recipe, onTop);
    }),
  }),
  operations: (workspace) =>
    isDense(workspace.topology) ? pairOperations(workspace) : unitSeededOperations(workspace),
};
