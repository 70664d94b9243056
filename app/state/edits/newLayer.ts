import type { LayerKindName, LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { placesOf } from './places.ts';
import type { SpecOf } from './layerNumbers.ts';

const UNITS = 3;
const CHANNELS = 2;
const KERNEL = 3;
const WINDOW = 2;

type Common = 'name' | 'activation' | 'from';

/** What a new layer of each kind is, after an image of a side. */
const fresh: { readonly [K in LayerKindName]: (side: number) => Omit<SpecOf<K>, Common> } = {
  dense: () => ({ kind: 'dense', units: UNITS }),
  conv2d: (side) => ({
    kind: 'conv2d',
    channels: CHANNELS,
    kernel: Math.min(KERNEL, side),
    stride: 1,
    padding: 0,
  }),
  'average-pool': (side) => ({ kind: 'average-pool', size: Math.min(WINDOW, side) }),
  'max-pool': (side) => ({ kind: 'max-pool', size: Math.min(WINDOW, side) }),
  add: () => ({ kind: 'add' }),
};

/** What layers of a kind are called until somebody knows better, and whether they read nothing but an image. */
const traits: Readonly<Record<LayerKindName, { readonly stem: string; readonly readsImage: boolean }>> = {
  dense: { stem: 'hidden', readsImage: false },
  conv2d: { stem: 'conv', readsImage: true },
  'average-pool': { stem: 'pool', readsImage: true },
  'max-pool': { stem: 'pool', readsImage: true },
  add: { stem: 'add', readsImage: false },
};

/** Whether layers of a kind read one image and nothing else. */
export const readsImage = (kind: LayerKindName): boolean => traits[kind].readsImage;

function freeName({ layers }: NetworkSpec, stem: string): string {
  const taken = new Set(layers.map(({ name }) => name));
  let number = 1 + layers.slice(0, -1).filter(({ kind }) => traits[kind].stem === stem).length;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** The network with a new layer that reads `after` (and `beside`); the next one that read it reads the new one. */
export function inserted(
  network: NetworkSpec,
  kind: LayerKindName,
  after: string,
  beside?: string,
): NetworkSpec {
  const { layers } = network;
  const place = placesOf(network).find(({ name }) => name === after);
  if (place === undefined) throw new Error(`no hidden layer to come after: ${after}`);
  if (beside === after) throw new Error(`a sum adds two layers, not one twice: ${after}`);
  const at = layers.findIndex(({ name }) => name === after) + 1;
  const side = place.shape.length === 3 ? Math.min(...place.shape.slice(1)) : 1;
  const [before, rest] = [layers.slice(0, at), layers.slice(at)];
  const trainable = before.findLast((layer) => layer.kind === 'dense' || layer.kind === 'conv2d');
  const hasWeights = kind === 'dense' || kind === 'conv2d';
  const name = freeName(network, traits[kind].stem);
  const layer: LayerSpec = {
    name,
    ...fresh[kind](side),
    activation: hasWeights ? (trainable?.activation ?? 'tanh') : 'identity',
    from: beside === undefined ? [after] : [after, beside],
  };
  const reader = rest.find(({ from }) => from.includes(after)) ?? rest.at(-1);
  const readsNew = (from: readonly string[]): readonly string[] =>
    from.includes(after) ? from.map((source) => (source === after ? name : source)) : [name, ...from];
  return {
    ...network,
    layers: [
      ...before,
      layer,
      ...rest.map((one) => (one === reader ? { ...one, from: readsNew(one.from) } : one)),
    ],
  };
}
