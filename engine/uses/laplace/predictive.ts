import { sigmoid } from '../../activations/sigmoid.ts';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { outputJacobians } from '../../curvature/patternGradients.ts';
import { softmaxOf } from '../../losses/softmaxOf.ts';
import { predict } from '../../network/predict.ts';
import { topologyOf } from '../../network/topology.ts';
import { inverseForm } from '../positiveDefinite.ts';
import { throughOutputs } from './throughOutputs.ts';
import type { Posterior } from './posterior.ts';

/** What the posterior predicts at given inputs, each [N × K]. */
export interface Predictive {
  /** Outputs at w_MAP. */
  readonly y: Float64Array;
  /**
   * Regression: of the target, `1/β + gᵀA⁻¹g`, g = ∇y_k (PRML 5.173). Classes: of the pre-activation,
   * `bᵀA⁻¹b`, b = ∇a_k (PRML 5.188).
   */
  readonly variance: Float64Array;
  /** Class probabilities with the weights' uncertainty; of regression y itself. */
  readonly moderated: Float64Array;
}

/** Inputs at a time: the Jacobian's table has so many columns. */
const BLOCK = 128;

/** `κ(σ²) = (1 + πσ²/8)^(−1/2)` (PRML 4.154). */
const kappa = (variance: number): number => 1 / Math.sqrt(1 + (Math.PI * variance) / 8);

/**
 * Predictions of a posterior at inputs [N × inputUnits], the network linear in w around w_MAP. Logistic outputs are
 * moderated by the probit approximation `σ(κ(σ_a²) a)` (PRML 5.190); softmax outputs by
 * `softmax_k(κ(σ_k²) a_k)`, which leaves covariances between outputs out (Gibbs 1997). O(N K W²).
 */
export function predictive(posterior: Posterior, inputs: Float64Array): Predictive {
  const { problem } = posterior;
  const { inputUnits, outputUnits: K } = topologyOf(problem.network);
  const N = inputs.length / inputUnits;
  if (!Number.isInteger(N))
    throw new Error(`inputs have ${inputs.length} entries, patterns need multiples of ${inputUnits}`);
  const y = predict(problem.network, problem.parameters, inputs);
  const variance = new Float64Array(N * K);
  const moderated = y.slice();
  for (let from = 0; from < N; from += BLOCK) {
    const end = Math.min(N, from + BLOCK);
    const block = ofBlock(posterior, inputs.subarray(from * inputUnits, end * inputUnits));
    variance.set(block.variance, from * K);
    if (block.moderated !== null) moderated.set(block.moderated, from * K);
  }
  return { y, variance, moderated };
}

function ofBlock({ problem, model, factor, beta }: Posterior, inputs: Float64Array) {
  const { inputUnits, outputUnits: K } = topologyOf(problem.network);
  const N = inputs.length / inputUnits;
  const batch = { N, inputs, targets: new Float64Array(N * K) };
  const workspace = createWorkspace({ ...problem, batch });
  const { W } = workspace.topology;
  const a = workspace.forward.a[workspace.topology.layers.length - 1];
  const Ja = outputJacobians(workspace);
  const J = model === 'regression' ? throughOutputs(workspace, Ja) : Ja;
  const variance = new Float64Array(N * K);
  const g = new Float64Array(W);
  for (let n = 0; n < N; n++) {
    for (let k = 0; k < K; k++) {
      for (let q = 0; q < W; q++) g[q] = J[k][q * N + n];
      variance[n * K + k] = inverseForm(factor, g) + (model === 'regression' ? 1 / beta : 0);
    }
  }
  if (model === 'regression') return { variance, moderated: null };
  const eased = a.map((entry, at) => kappa(variance[at]) * entry);
  if (model === 'binary') return { variance, moderated: eased.map(sigmoid) };
  const moderated = new Float64Array(N * K);
  for (let n = 0; n < N; n++) softmaxOf(eased, K, n * K, moderated);
  return { variance, moderated };
}
