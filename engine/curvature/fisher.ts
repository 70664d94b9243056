import { fisherSeed, likelihoodProblem } from '../losses/fisherSeed.ts';
import { keep } from './finish.ts';
import { jacobianProduct } from './gaussNewton.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import type { Workspace } from './workspace.ts';

/**
 * `E[δδᵀ]` [N × K × K] at the outputs of a workspace's forward pass, over targets drawn from the model.
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export const fisherSeedOf = (workspace: Workspace): Float64Array =>
  workspace.once('fisher-seed', () => {
    const { topology, problem, forward } = workspace;
    const { index, spec, units } = topology.layers[topology.layers.length - 1];
    return fisherSeed(problem.loss.kind, spec.activation, forward.a[index], forward.N, units);
  });

/** Fisher: `c Σ_n E[g_n g_nᵀ] + αI = c Σ_n Jᵀ E[δδᵀ] J + αI`, targets drawn from the model. O(N W²). */
export const fisher: CurvatureMatrix = {
  label: 'Fisher',
  symbol: String.raw`\mathbb E\,\mathbf g\mathbf g^{\mathsf T}`,
  formula: String.raw`F=c\sum_n\mathbb E_{\mathbf t\sim p(\mathbf t|\mathbf x_n,\mathbf w)}\,\mathbf g_n\mathbf g_n^{\mathsf T}`,
  cost: 'O(W^2)',
  section: 'Amari 1998',
  whenExact:
    'Gauss–Newton where the output belongs to the likelihood (identity, logistic, softmax, exp with their own losses), and exact where Gauss–Newton is.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  unavailable: ({ loss }) => likelihoodProblem(loss.kind),
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'fisher', part, () => jacobianProduct(workspace, fisherSeedOf(workspace), part)),
  }),
  operations: pairOperations,
};
