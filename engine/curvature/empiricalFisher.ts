import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import { sumOverPatterns } from './sumOverPatterns.ts';
import { gradientPairs } from './unitPairs.ts';

/** Empirical Fisher: `c Σ_n g_n g_nᵀ + αI`, g_n = ∇E_n at the observed target. O(N W²). */
export const empiricalFisher: CurvatureMatrix = {
  label: 'Empirical Fisher',
  symbol: String.raw`\textstyle\sum \mathbf g\mathbf g^{\mathsf T}`,
  formula: String.raw`c\sum_n \mathbf g_n\mathbf g_n^{\mathsf T},\quad \mathbf g_n=\nabla E_n`,
  cost: 'O(W^2)',
  section: 'Kunstner et al. 2019',
  whenExact: 'Not an approximation of H in general: it vanishes with the residuals, where H does not.',
  form: 'dense',
  role: 'approximation',
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('empirical-fisher', () =>
      sumOverPatterns(workspace, (tables) => ({ b: gradientPairs(workspace.topology, tables), T: null })),
    ),
  }),
  operations: pairOperations,
};
