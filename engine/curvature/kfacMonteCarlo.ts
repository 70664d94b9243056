import { likelihoodProblem } from '../losses/fisherSeed.ts';
import { sampledSeedOf } from './fisherMonteCarlo.ts';
import { kroneckerOperations, kroneckerProduct } from './kroneckerProduct.ts';
import type { CurvatureMatrix } from './matrix.ts';

/**
 * K-FAC from targets drawn from the model, as it is used in training (Martens & Grosse 2015): S is linear in
 * the δδᵀ of the outputs, so these are averaged first, and the sweeps are K whatever the samples.
 */
export const kfacMonteCarlo: CurvatureMatrix = {
  label: 'K-FAC, Monte Carlo',
  symbol: String.raw`A\otimes\langle S\rangle`,
  formula: String.raw`\frac cN\sum_n\bar{\mathbf z}_n\bar{\mathbf z}_n^{\mathsf T}\otimes\frac1S\sum_n\sum_{s=1}^S\boldsymbol\delta_{ns}\boldsymbol\delta_{ns}^{\mathsf T},\quad\mathbf t_{ns}\sim p(\mathbf t|\mathbf x_n,\mathbf w)`,
  cost: String.raw`O\big(KW+\textstyle\sum_l(Ku_l^2+m_l^2)\big)`,
  section: 'Martens & Grosse 2015',
  whenExact: 'Its expectation is K-FAC; its error falls like 1/√S with the samples S of each pattern.',
  group: 'estimate',
  form: 'dense',
  role: 'approximation',
  draws: ['seed', 'samples'],
  unavailable: ({ loss }) => likelihoodProblem(loss.kind),
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('kfac-monte-carlo', () => kroneckerProduct(workspace, sampledSeedOf(workspace))),
  }),
  operations: kroneckerOperations,
};
