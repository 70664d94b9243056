import { isDense } from '../network/topology.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import { rColumns } from './rColumns.ts';
import { sensitivities } from './sensitivities.ts';
import { sumOverPatterns } from './sumOverPatterns.ts';
import { unitPairs } from './unitPairs.ts';

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
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('exact', () => {
      const { topology, problem, seed } = workspace;
      if (!isDense(topology)) return rColumns(workspace);
      return sumOverPatterns(workspace, (tables) => ({
        b: unitPairs(topology, problem.parameters, tables, seed.M, true),
        T: sensitivities(topology, problem.parameters, tables),
      }));
    }),
  }),
  operations: pairOperations,
};
