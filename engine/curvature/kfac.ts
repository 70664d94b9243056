import { kroneckerOperations, kroneckerProduct } from './kroneckerProduct.ts';
import type { CurvatureMatrix } from './matrix.ts';

/**
 * K-FAC with the exact expectation over the model's targets (Martens & Grosse 2015; the expectation by backward
 * sweeps of every output: KFLR of Botev et al. 2017): curvature/kroneckerProduct.ts.
 */
export const kfac: CurvatureMatrix = {
  label: 'K-FAC',
  symbol: String.raw`A\otimes S`,
  formula: String.raw`\frac cN\sum_n\bar{\mathbf z}_n\bar{\mathbf z}_n^{\mathsf T}\otimes\sum_n\mathbb E_{\mathbf t}\,\boldsymbol\delta_n\boldsymbol\delta_n^{\mathsf T}\ \text{in each layer}`,
  cost: 'O(W)',
  section: 'Martens & Grosse 2015',
  whenExact:
    'Its blocks are those of the Fisher matrix for one pattern, or where S is the same for all; a convolution also drops products between positions.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('kfac', () => kroneckerProduct(workspace, workspace.seed.M)),
  }),
  operations: kroneckerOperations,
};
