import type { ActivationKind } from '../activations/index.ts';
import { type Random, randomStream } from '../data/random.ts';
import { likelihoodProblem } from './fisherSeed.ts';
import { type LossKind, lossOf } from './index.ts';
import { seedOf } from './seed.ts';

/**
 * Targets [N × K] drawn from the model with outputs y [N × K], pattern by pattern.
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export function sampleTargets(
  loss: LossKind,
  y: Float64Array,
  N: number,
  K: number,
  random: Random,
): Float64Array {
  const entry = lossOf(loss);
  const t = new Float64Array(N * K);
  if (entry.kind === 'canonical') {
    for (let n = 0; n < N; n++) entry.sample(y, K, n * K, random, t);
    return t;
  }
  const from = entry.kind === 'direct' ? entry : entry.likelihood;
  if ('none' in from) throw new Error(likelihoodProblem(loss) ?? 'internal: a likelihood');
  return t.map((_, at) => from.sample(y[at], random));
}

/**
 * The mean of δδᵀ [N × K × K] over `samples` targets a pattern, drawn from the model with pre-activations a and
 * outputs y [N × K]: an estimate of `fisherSeed` with error O(1/√samples). All patterns' first targets are
 * drawn before the second ones, so that more samples go on from fewer. O(samples N K²), K³ behind softmax.
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export function sampledSeed(
  loss: LossKind,
  activation: ActivationKind,
  a: Float64Array,
  y: Float64Array,
  N: number,
  K: number,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): Float64Array {
  const random = randomStream(seed);
  const S = new Float64Array(N * K * K);
  for (let s = 0; s < samples; s++) {
    const t = sampleTargets(loss, y, N, K, random);
    const { delta } = seedOf(loss, activation, a, t, N, K);
    for (let row = 0; row < N * K; row++) {
      const from = row - (row % K);
      for (let l = 0; l < K; l++) S[row * K + l] += (delta[row] * delta[from + l]) / samples;
    }
  }
  return S;
}
