import fc from 'fast-check';
import { activationKinds, type ActivationKind, activationOf } from '../activations/index.ts';
import { gaussians } from '../data/random.ts';
import type { LayerSpec, Problem } from '../experiment/problem.ts';
import { type LossKind, lossKinds, lossOf } from '../losses/index.ts';
import { INPUT, topologyOf } from '../network/topology.ts';

/** What random problems are drawn from; everything the engine has unless told otherwise. */
export interface ProblemChoices {
  readonly hidden?: readonly ActivationKind[];
  readonly losses?: readonly LossKind[];
  readonly outputs?: readonly ActivationKind[];
  readonly hiddenLayers?: { readonly min: number; readonly max: number };
  readonly skips?: boolean;
  readonly patterns?: { readonly min: number; readonly max: number };
}

const hiddenKinds = activationKinds.filter((kind) => activationOf(kind).place === 'any');

/** Activations without a kink: finite differences are right everywhere. */
export const smoothKinds = hiddenKinds.filter((kind) => activationOf(kind).note === undefined);

/**
 * Random problems: a dense DAG of up to four layers in which a layer reads any non-empty choice of
 * earlier ones, any loss with any of its outputs, targets that fit, and weights N(0, 1/fan-in).
 */
export function randomProblem(choices: ProblemChoices = {}): fc.Arbitrary<Problem> {
  const hidden = choices.hidden ?? hiddenKinds;
  const layerCounts = choices.hiddenLayers ?? { min: 0, max: 3 };
  const patterns = choices.patterns ?? { min: 1, max: 7 };
  return fc
    .record({
      inputUnits: fc.integer({ min: 1, max: 3 }),
      layers: fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 4 }),
          activation: fc.constantFrom(...hidden),
          reads: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        }),
        { minLength: layerCounts.min, maxLength: layerCounts.max },
      ),
      outputUnits: fc.integer({ min: 1, max: 3 }),
      outputReads: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      pair: fc.constantFrom(...outputPairs(choices)),
      reduction: fc.constantFrom('sum' as const, 'mean' as const),
      weightDecay: fc.constantFrom(0, 0.01, 0.7),
      N: fc.integer(patterns),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map((drawn): Problem => {
      const names = [INPUT, ...drawn.layers.map((_, index) => `hidden${index + 1}`)];
      const from = (index: number, reads: readonly boolean[]): string[] => {
        const chosen = names.slice(0, index).filter((_, q) => choices.skips !== false && reads[q]);
        return [...chosen, names[index]];
      };
      const layers: LayerSpec[] = drawn.layers.map(({ units, activation, reads }, index) => ({
        name: names[index + 1],
        kind: 'dense',
        units,
        activation,
        from: from(index, reads),
      }));
      layers.push({
        name: 'output',
        kind: 'dense',
        units: drawn.outputUnits,
        activation: drawn.pair.activation,
        from: from(drawn.layers.length, drawn.outputReads),
      });
      const network = { input: [drawn.inputUnits], layers };
      const { N, seed, outputUnits: K } = drawn;
      return {
        network,
        loss: { kind: drawn.pair.loss, reduction: drawn.reduction },
        weightDecay: drawn.weightDecay,
        parameters: randomWeights(network, seed),
        batch: {
          N,
          inputs: gaussians(seed + 1, N * drawn.inputUnits),
          targets: targetsFor(drawn.pair.loss, gaussians(seed + 2, N * K), K),
        },
      };
    });
}

function outputPairs(choices: ProblemChoices): { loss: LossKind; activation: ActivationKind }[] {
  return (choices.losses ?? lossKinds).flatMap((loss) =>
    lossOf(loss)
      .outputs.filter(
        (activation) => choices.outputs?.includes(activation) ?? activationOf(activation).note === undefined,
      )
      .map((activation) => ({ loss, activation })),
  );
}

function randomWeights(network: Problem['network'], seed: number): Float64Array {
  const topology = topologyOf(network);
  const w = gaussians(seed, topology.W);
  for (const { weights, biases, units, inputs } of topology.layers) {
    for (let q = weights; q < biases + units; q++) w[q] /= Math.sqrt(inputs);
  }
  return w;
}

const targetRules = {
  real: (t: number) => t,
  binary: (t: number) => (t > 0 ? 1 : 0),
  'one-hot': (_: number, index: number, K: number) => (index % K === Math.floor(index / K) % K ? 1 : 0),
};

const targetsFor = (loss: LossKind, t: Float64Array, K: number): Float64Array =>
  t.map((value, index) => targetRules[lossOf(loss).targets](value, index, K));
