import { isDense } from '../network/topology.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
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
      return sumOverPatterns(workspace, part, (tables, ranges) => ({
        b: unitPairs(topology, tables, ranges, seed.M, true),
        T: sensitivities(topology, tables),
      }));
    }),
  }),
  operations: (workspace) =>
    isDense(workspace.topology) ? pairOperations(workspace) : unitSeededOperations(workspace),
};
