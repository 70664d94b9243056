import { assemble } from './assemble.ts';
import { finishMatrix } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import { patternTables } from './patternTables.ts';
import { sensitivities } from './sensitivities.ts';
import { unitPairs } from './unitPairs.ts';

/** The exact Hessian `H = ∇∇E`, by layer-pair products over the batch (PRML 5.4.5). */
export const exact: CurvatureMatrix = {
  label: 'Exact',
  symbol: 'H',
  formula: String.raw`H=\nabla\nabla E(\mathbf w)`,
  cost: 'O(W^2)',
  section: 'PRML 5.4.5',
  whenExact: 'This is the Hessian itself.',
  form: 'dense',
  role: 'exact',
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('exact', () => {
      const { topology, problem, seed } = workspace;
      const tables = patternTables(workspace);
      const b = unitPairs(topology, problem.parameters, tables, seed.M, true);
      const T = sensitivities(topology, problem.parameters, tables);
      return finishMatrix(workspace, assemble(topology, tables, b, T), 'dense');
    }),
  }),
  operations: pairOperations,
};
