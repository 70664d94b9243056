/** A case of reference values (their README's fields) as the engine's own problem. */
import * as v from 'valibot';
import { activationOf, activations, type ActivationKind } from '../../engine/activations/index.ts';
import type {
  LayerKindName,
  LayerSpec,
  LossSpec,
  NetworkSpec,
  Problem,
} from '../../engine/experiment/problem.ts';
import { layerKinds } from '../../engine/layers/index.ts';
import { losses, lossOf, type LossKind } from '../../engine/losses/index.ts';

const isIn = <K extends string>(list: Readonly<Record<K, unknown>>, name: string): name is K =>
  Object.hasOwn(list, name);

/** The case asks for a kind that the engine does not have yet: no failure. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

const rows = v.array(v.array(v.number()));

const shape = v.object({
  name: v.string(),
  network: v.object({
    input: v.array(v.number()),
    layers: v.array(
      v.looseObject({
        name: v.string(),
        kind: v.string(),
        activation: v.nullish(v.string(), 'identity'),
        from: v.array(v.string()),
      }),
    ),
  }),
  loss: v.object({ kind: v.string(), reduction: v.picklist(['sum', 'mean']) }),
  weightDecay: v.number(),
  parameters: v.array(v.number()),
  data: v.object({ inputs: rows, targets: rows }),
  direction: v.nullish(v.array(v.number())),
  expected: v.record(v.string(), v.nullable(v.union([v.number(), v.array(v.number()), rows]))),
});

export interface ReferenceCase {
  readonly problem: Problem;
  /** v of `hessianVectorProduct`. */
  readonly direction: Float64Array | null;
  /** Every quantity as a vector: matrices row by row, the error as one entry. */
  readonly expected: ReadonlyMap<string, readonly number[]>;
}

type GivenLayer = v.InferOutput<typeof shape>['network']['layers'][0];

/** A number of a layer; `otherwise` where the case may leave it out or say null. */
function numberOf(layer: GivenLayer, field: string, otherwise?: number): number {
  const value = layer[field] ?? otherwise;
  if (typeof value !== 'number')
    throw new Error(`${field} of layer ${layer.name} is not a number: ${JSON.stringify(value)}`);
  return value;
}

type Common = Pick<LayerSpec, 'name' | 'activation' | 'from'>;

const readers: { readonly [K in LayerKindName]: (common: Common, layer: GivenLayer) => LayerSpec } = {
  dense: (common, layer) => ({ ...common, kind: 'dense', units: numberOf(layer, 'units') }),
  conv2d: (common, layer) => ({
    ...common,
    kind: 'conv2d',
    channels: numberOf(layer, 'channels'),
    kernel: numberOf(layer, 'kernel'),
    stride: numberOf(layer, 'stride', 1),
    padding: numberOf(layer, 'padding', 0),
  }),
  'average-pool': (common, layer) => ({ ...common, kind: 'average-pool', size: numberOf(layer, 'size') }),
  'max-pool': (common, layer) => ({ ...common, kind: 'max-pool', size: numberOf(layer, 'size') }),
  add: (common) => ({ ...common, kind: 'add' }),
};

function layerOf(layer: GivenLayer): LayerSpec {
  const { name, kind, activation, from } = layer;
  if (!isIn(layerKinds, kind)) throw new Unsupported(`kind ${kind}`);
  if (!isIn(activations, activation)) throw new Unsupported(`activation ${activation}`);
  return readers[kind]({ name, activation, from }, layer);
}

/** @throws Unsupported when the loss is not offered with the output, or softmax stands at a hidden layer */
function checkPairs({ layers }: NetworkSpec, loss: LossKind): void {
  const hidden = layers.slice(0, -1).find(({ activation }) => activationOf(activation).place === 'output');
  if (hidden !== undefined) throw new Unsupported(`hidden activation ${hidden.activation}`);
  const output: ActivationKind | undefined = layers.at(-1)?.activation;
  if (output !== undefined && !lossOf(loss).outputs.includes(output))
    throw new Unsupported(`loss ${loss} with output ${output}`);
}

/**
 * Reads one case.
 * @throws Unsupported for kinds that the engine's lists do not hold, Error for a malformed case
 */
export function readCase(text: string): ReferenceCase {
  const { network, loss, weightDecay, parameters, data, direction, expected } = v.parse(
    shape,
    JSON.parse(text),
  );
  if (!isIn(losses, loss.kind)) throw new Unsupported(`loss ${loss.kind}`);
  const spec: NetworkSpec = { input: network.input, layers: network.layers.map(layerOf) };
  const lossSpec: LossSpec = { kind: loss.kind, reduction: loss.reduction };
  checkPairs(spec, lossSpec.kind);
  if (data.targets.length !== data.inputs.length)
    throw new Error(`targets has ${data.targets.length} rows, inputs has ${data.inputs.length}`);
  return {
    problem: {
      network: spec,
      loss: lossSpec,
      weightDecay,
      parameters: Float64Array.from(parameters),
      batch: {
        N: data.inputs.length,
        inputs: Float64Array.from(data.inputs.flat()),
        targets: Float64Array.from(data.targets.flat()),
      },
    },
    direction: direction ? Float64Array.from(direction) : null,
    expected: new Map(
      Object.entries(expected).flatMap(([name, value]) => (value === null ? [] : [[name, [value].flat(2)]])),
    ),
  };
}
