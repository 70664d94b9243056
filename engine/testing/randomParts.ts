/** What random problems of every shape have in common: what they are drawn from, weights and targets. */
import fc from 'fast-check';
import { activationKinds, type ActivationKind, activationOf } from '../activations/index.ts';
import { gaussians } from '../data/random.ts';
import type { LayerSpec, NetworkSpec, Problem } from '../experiment/problem.ts';
import { type LossKind, lossKinds, lossOf } from '../losses/index.ts';
import { topologyOf } from '../network/topology.ts';

/** What random problems are drawn from; everything the engine has unless told otherwise. */
export interface LayerChoices {
  readonly hidden?: readonly ActivationKind[];
  readonly losses?: readonly LossKind[];
  readonly outputs?: readonly ActivationKind[];
  readonly skips?: boolean;
  readonly patterns?: { readonly min: number; readonly max: number };
}

const hiddenKinds = activationKinds.filter((kind) => activationOf(kind).place === 'any');

/** Activations without a kink: finite differences are right everywhere. */
export const smoothKinds = hiddenKinds.filter((kind) => activationOf(kind).note === undefined);

/** Activations of hidden layers. */
export const anyHidden = ({ hidden }: LayerChoices): fc.Arbitrary<ActivationKind> =>
  fc.constantFrom(...(hidden ?? hiddenKinds));

/** What a problem needs beside its layers. */
export const anySetting = (choices: LayerChoices) =>
  fc.record({
    pair: fc.constantFrom(...outputPairs(choices)),
    reduction: fc.constantFrom('sum' as const, 'mean' as const),
    weightDecay: fc.constantFrom(0, 0.01, 0.7),
    N: fc.integer(choices.patterns ?? { min: 1, max: 7 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  });

type Setting = ReturnType<typeof anySetting> extends fc.Arbitrary<infer T> ? T : never;

/** The problem of a network and a setting, in which the last layer has the loss's output activation. */
export function problemOf(
  input: readonly number[],
  layers: readonly LayerSpec[],
  { pair, reduction, weightDecay, N, seed }: Setting,
): Problem {
  const last = layers[layers.length - 1];
  const network = { input, layers: [...layers.slice(0, -1), { ...last, activation: pair.activation }] };
  const { inputUnits, outputUnits } = topologyOf(network);
  return {
    network,
    loss: { kind: pair.loss, reduction },
    weightDecay,
    parameters: randomWeights(network, seed),
    batch: {
      N,
      inputs: gaussians(seed + 1, N * inputUnits),
      targets: targetsFor(pair.loss, gaussians(seed + 2, N * outputUnits), outputUnits),
    },
  };
}

function outputPairs(choices: LayerChoices): { loss: LossKind; activation: ActivationKind }[] {
  return (choices.losses ?? lossKinds).flatMap((loss) =>
    lossOf(loss)
      .outputs.filter(
        (activation) => choices.outputs?.includes(activation) ?? activationOf(activation).note === undefined,
      )
      .map((activation) => ({ loss, activation })),
  );
}

/** N(0, 1/fan-in). */
function randomWeights(network: NetworkSpec, seed: number): Float64Array {
  const topology = topologyOf(network);
  const w = gaussians(seed, topology.W);
  for (const { weights, biases, rows, fanIn } of topology.layers) {
    for (let q = weights; q < biases + rows; q++) w[q] /= Math.sqrt(fanIn);
  }
  return w;
}

const targetRules = {
  real: (t: number) => t,
  'non-negative': (t: number) => Math.max(0, 2 * t),
  binary: (t: number) => (t > 0 ? 1 : 0),
  'one-hot': (_: number, index: number, K: number) => (index % K === Math.floor(index / K) % K ? 1 : 0),
};

const targetsFor = (loss: LossKind, t: Float64Array, K: number): Float64Array =>
  t.map((value, index) => targetRules[lossOf(loss).targets](value, index, K));
