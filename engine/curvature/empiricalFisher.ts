import type { Part } from '../network/groups.ts';
import { isDense } from '../network/topology.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { patternGradients, sumOfProducts } from './patternGradients.ts';
import { pairOperations } from './operations.ts';
import { sumOverPatterns } from './sumOverPatterns.ts';
import { gradientPairs } from './unitPairs.ts';
import type { Workspace } from './workspace.ts';

/** `c Σ_n g_n g_nᵀ + αI` from the gradients themselves: for networks whose weights are shared. O(N W²). */
function gradientProduct(workspace: Workspace, part?: Part): Float64Array {
  const g = [patternGradients(workspace, workspace.backward.delta)];
  return sumOfProducts(workspace, g, g, part);
}

/** Empirical Fisher: `c Σ_n g_n g_nᵀ + αI`, g_n = ∇E_n at the observed target. O(N W²). */
export const empiricalFisher: CurvatureMatrix = {
  label: 'Empirical Fisher',
  symbol: String.raw`\textstyle\sum \mathbf g\mathbf g^{\mathsf T}`,
  formula: String.raw`c\sum_n \mathbf g_n\mathbf g_n^{\mathsf T},\quad \mathbf g_n=\nabla E_n`,
  cost: 'O(W^2)',
  section: 'Kunstner et al. 2019',
  whenExact: 'Not an approximation of H in general: it vanishes with the residuals, where H does not.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'empirical-fisher', part, () => {
      const { topology } = workspace;
      if (!isDense(topology)) return gradientProduct(workspace, part);
      return sumOverPatterns(workspace, part, (tables, ranges) => ({
        b: gradientPairs(topology, tables, ranges),
        T: null,
      }));
    }),
  }),
  operations: (workspace) => pairOperations(workspace, 1),
};
