import type { ElementwiseActivation } from '../activations/activation.ts';
import { type ActivationKind, activationOf } from '../activations/index.ts';
import { type LossKind, lossOf } from './index.ts';
import type { DirectLoss, SeparableLoss } from './loss.ts';
import { softmaxOf } from './softmaxOf.ts';
import { throughSoftmax } from './throughSoftmax.ts';

/** What the loss leaves at the output pre-activations of the whole batch: where every backward pass starts. */
export interface Seed {
  /** Σ_n E_n, without reduction and weight decay. */
  readonly E: number;
  /** Outputs [N × K]. */
  readonly y: Float64Array;
  /** ∂E_n/∂a_k [N × K]. */
  readonly delta: Float64Array;
  /** M_kk' = ∂²E_n/∂a_k∂a_k' [N × K × K]: the seed of exact and Gauss–Newton passes. */
  readonly M: Float64Array;
  /** J_yᵀ B_y J_y, the same with the network cut at y: the outer product's seed. `=== M` where they agree. */
  readonly Mcut: Float64Array;
}

/**
 * Evaluates a loss behind an output activation from the pre-activations a [N × K].
 * Separable losses: δ = h' ∂E/∂y, M = h'² ∂²E/∂y² + h'' ∂E/∂y. O(N K²).
 */
export function seedOf(
  loss: LossKind,
  activation: ActivationKind,
  a: Float64Array,
  targets: Float64Array,
  N: number,
  K: number,
): Seed {
  const entry = lossOf(loss);
  const output = activationOf(activation);
  if (entry.kind === 'canonical') {
    const out = {
      y: new Float64Array(N * K),
      delta: new Float64Array(N * K),
      M: new Float64Array(N * K * K),
    };
    let E = 0;
    for (let n = 0; n < N; n++) E += entry.evaluate(a, targets, K, n * K, out);
    return { E, ...out, Mcut: out.M };
  }
  if (entry.kind === 'direct') return fromPreActivations(entry, activation, a, targets, N, K);
  return output.kind === 'softmax'
    ? behindSoftmax(entry, a, targets, N, K)
    : behindElementwise(entry, output, a, targets, N, K);
}

function fromPreActivations(
  loss: DirectLoss,
  activation: ActivationKind,
  a: Float64Array,
  targets: Float64Array,
  N: number,
  K: number,
): Seed {
  const behind = loss.behind[activation];
  if (behind === undefined) throw new Error(`internal: ${loss.label} behind ${activation}`);
  const y = new Float64Array(N * K);
  const delta = new Float64Array(N * K);
  const M = new Float64Array(N * K * K);
  const Mcut = new Float64Array(N * K * K);
  let E = 0;
  for (let at = 0; at < N * K; at++) {
    const terms = behind.terms(a[at], targets[at]);
    const diagonal = at * K + (at % K);
    E += terms.E;
    y[at] = terms.y;
    delta[at] = terms.delta;
    M[diagonal] = terms.M;
    Mcut[diagonal] = terms.Mcut;
  }
  return { E, y, delta, M, Mcut };
}

function behindElementwise(
  loss: SeparableLoss,
  activation: ElementwiseActivation,
  a: Float64Array,
  targets: Float64Array,
  N: number,
  K: number,
): Seed {
  const y = new Float64Array(N * K);
  const h1 = new Float64Array(N * K);
  const h2 = new Float64Array(N * K);
  activation.evaluate(a, y, h1, h2);
  const delta = new Float64Array(N * K);
  const M = new Float64Array(N * K * K);
  const Mcut = new Float64Array(N * K * K);
  let E = 0;
  let same = true;
  for (let n = 0; n < N; n++) {
    for (let k = 0; k < K; k++) {
      const at = n * K + k;
      const slope = loss.slope(y[at], targets[at]);
      const cut = h1[at] * h1[at] * loss.curvature(y[at], targets[at]);
      E += loss.value(y[at], targets[at]);
      delta[at] = h1[at] * slope;
      Mcut[at * K + k] = cut;
      M[at * K + k] = cut + h2[at] * slope;
      if (h2[at] !== 0) same = false;
    }
  }
  return { E, y, delta, M, Mcut: same ? M : Mcut };
}

/**
 * Behind softmax J = diag y − y yᵀ, and with s = Σ_k y_k ∂E/∂y_k the curvature of softmax itself adds
 * `Σ_k ∂E/∂y_k ∂²y_k/∂a_i∂a_j = [i=j] y_j (e_j − s) − y_i y_j (e_i + e_j − 2s)`, e = ∂E/∂y.
 */
function behindSoftmax(
  loss: SeparableLoss,
  a: Float64Array,
  targets: Float64Array,
  N: number,
  K: number,
): Seed {
  const y = new Float64Array(N * K);
  const delta = new Float64Array(N * K);
  const M = new Float64Array(N * K * K);
  const Mcut = new Float64Array(N * K * K);
  const e = new Float64Array(K);
  const B = new Float64Array(K);
  let E = 0;
  for (let n = 0; n < N; n++) {
    const at = n * K;
    softmaxOf(a, K, at, y);
    let s = 0;
    for (let k = 0; k < K; k++) {
      E += loss.value(y[at + k], targets[at + k]);
      e[k] = loss.slope(y[at + k], targets[at + k]);
      B[k] = loss.curvature(y[at + k], targets[at + k]);
      s += y[at + k] * e[k];
    }
    throughSoftmax(y, B, K, at, Mcut);
    for (let i = 0; i < K; i++) {
      delta[at + i] = y[at + i] * (e[i] - s);
      for (let j = 0; j < K; j++) {
        const bend = (i === j ? delta[at + i] : 0) - y[at + i] * y[at + j] * (e[i] + e[j] - 2 * s);
        M[at * K + i * K + j] = Mcut[at * K + i * K + j] + bend;
      }
    }
  }
  return { E, y, delta, M, Mcut };
}
