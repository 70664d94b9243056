import { type ActivationKind, activationOf } from '../activations/index.ts';
import { type LossKind, lossOf } from './index.ts';
import type { Likelihood } from './loss.ts';
import { softmaxOf } from './softmaxOf.ts';
import { throughSoftmax } from './throughSoftmax.ts';

/**
 * Why a loss is no negative log-likelihood, so that no targets can be drawn from the model, or null when it
 * is: `needs the loss of a likelihood, cauchy has none: exp(−E) falls like …`.
 */
export function likelihoodProblem(loss: LossKind): string | null {
  const entry = lossOf(loss);
  if (entry.kind !== 'separable' || !('none' in entry.likelihood)) return null;
  return `needs the loss of a likelihood, ${entry.label.toLowerCase()} has none: ${entry.likelihood.none}`;
}

/**
 * Fisher information `S = E[δδᵀ]` at the output pre-activations a [N × K] of every pattern, the expectation
 * over targets drawn from the model, [N × K × K]. Where outputs are independent it is diagonal, h'² times
 * the information about y; behind softmax it is Jᵀ diag(information) J. O(N K³) behind softmax, else O(N K²).
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export function fisherSeed(
  loss: LossKind,
  activation: ActivationKind,
  a: Float64Array,
  N: number,
  K: number,
): Float64Array {
  const entry = lossOf(loss);
  const S = new Float64Array(N * K * K);
  if (entry.kind === 'canonical') {
    for (let n = 0; n < N; n++) entry.information(a, K, n * K, S);
    return S;
  }
  if (entry.kind === 'direct') {
    const behind = entry.behind[activation];
    if (behind === undefined) throw new Error(`internal: ${loss} behind ${activation}`);
    return diagonally(S, K, a.map(behind.information));
  }
  const { likelihood } = entry;
  if ('none' in likelihood) throw new Error(likelihoodProblem(loss) ?? 'internal: a likelihood');
  return throughOutputs(likelihood, activation, a, N, K, S);
}

function throughOutputs(
  likelihood: Likelihood,
  activation: ActivationKind,
  a: Float64Array,
  N: number,
  K: number,
  S: Float64Array,
): Float64Array {
  const output = activationOf(activation);
  const y = new Float64Array(N * K);
  if (output.kind === 'softmax') {
    for (let n = 0; n < N; n++) {
      softmaxOf(a, K, n * K, y);
      throughSoftmax(y, y.subarray(n * K, (n + 1) * K).map(likelihood.information), K, n * K, S);
    }
    return S;
  }
  const h1 = new Float64Array(N * K);
  output.evaluate(a, y, h1, new Float64Array(N * K));
  return diagonally(
    S,
    K,
    y.map((yk, at) => h1[at] * h1[at] * likelihood.information(yk)),
  );
}

/** Puts the entries [N × K] on the diagonals of S [N × K × K]. */
function diagonally(S: Float64Array, K: number, entries: Float64Array): Float64Array {
  entries.forEach((entry, at) => (S[at * K + (at % K)] = entry));
  return S;
}
