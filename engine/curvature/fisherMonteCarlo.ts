import { DEFAULT_ESTIMATION } from '../experiment/problem.ts';
import { likelihoodProblem } from '../losses/fisherSeed.ts';
import { sampledSeed } from '../losses/sampledSeed.ts';
import { keep } from './finish.ts';
import { jacobianProduct } from './gaussNewton.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';
import type { Workspace } from './workspace.ts';

/**
 * The mean of δδᵀ [N × K × K] at the outputs over `estimation.samples` targets a pattern.
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export const sampledSeedOf = (workspace: Workspace): Float64Array =>
  workspace.once('sampled-seed', () => {
    const { topology, problem, forward, seed } = workspace;
    const { index, spec, units } = topology.layers[topology.layers.length - 1];
    const estimation = problem.estimation ?? DEFAULT_ESTIMATION;
    return sampledSeed(
      problem.loss.kind,
      spec.activation,
      forward.a[index],
      seed.y,
      forward.N,
      units,
      estimation,
    );
  });

/**
 * Fisher by Monte Carlo: `c/S Σ_n Σ_s g_ns g_nsᵀ + αI`, S targets a pattern drawn from the model. As g = Jᵀδ,
 * the δδᵀ are averaged first: O(N W²) whatever S.
 */
export const fisherMonteCarlo: CurvatureMatrix = {
  label: 'Fisher, Monte Carlo',
  symbol: String.raw`\langle\mathbf g\mathbf g^{\mathsf T}\rangle_S`,
  formula: String.raw`\frac cS\sum_n\sum_{s=1}^S\mathbf g_{ns}\mathbf g_{ns}^{\mathsf T},\quad\mathbf t_{ns}\sim p(\mathbf t|\mathbf x_n,\mathbf w)`,
  cost: 'O(W^2)',
  section: 'Kunstner et al. 2019',
  whenExact:
    'Its expectation is the Fisher matrix; its error falls like 1/√S with the samples S of each pattern.',
  group: 'estimate',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  draws: ['seed', 'samples'],
  unavailable: ({ loss }) => likelihoodProblem(loss.kind),
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'fisher-monte-carlo', part, () =>
      jacobianProduct(workspace, sampledSeedOf(workspace), part),
    ),
  }),
  operations: pairOperations,
};
