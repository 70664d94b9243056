import { likelihoodProblem } from '../losses/fisherSeed.ts';
import { fisherSeedOf } from './fisher.ts';
import { kroneckerOperations, kroneckerProduct } from './kroneckerProduct.ts';
import type { CurvatureMatrix } from './matrix.ts';
import type { Workspace } from './workspace.ts';

/** `E[δδᵀ]` [N × K × K] over the model's targets; M where the loss has no likelihood to draw them from. */
export const seedOfKfac = (workspace: Workspace): Float64Array =>
  likelihoodProblem(workspace.problem.loss.kind) === null ? fisherSeedOf(workspace) : workspace.seed.M;

/**
 * K-FAC with the exact expectation over the model's targets (Martens & Grosse 2015), by backward sweeps of every
 * output as in KFLR (Botev et al. 2017): curvature/kroneckerProduct.ts. Where the loss has no likelihood its seed is
 * that of Gauss–Newton, which is KFLR itself, and S need not be positive semi-definite (cauchy).
 */
export const kfac: CurvatureMatrix = {
  label: 'K-FAC',
  symbol: String.raw`A\otimes S`,
  formula: String.raw`\frac cN\sum_n\bar{\mathbf z}_n\bar{\mathbf z}_n^{\mathsf T}\otimes\sum_n\mathbb E_{\mathbf t}\,\boldsymbol\delta_n\boldsymbol\delta_n^{\mathsf T}\ \text{in each layer}`,
  cost: String.raw`O\big(KW+\textstyle\sum_l(Ku_l^2+m_l^2)\big)`,
  section: 'Martens & Grosse 2015',
  whenExact:
    'Its blocks are those of the Fisher matrix (of Gauss–Newton, without a likelihood) for one pattern or where S is the same for all; a convolution also drops products between positions.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('kfac', () => kroneckerProduct(workspace, seedOfKfac(workspace))),
  }),
  operations: kroneckerOperations,
};
