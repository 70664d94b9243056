import fc from 'fast-check';
import { gaussians } from '../data/random.ts';
import type { LayerKindName, LayerSpec } from '../experiment/problem.ts';
import type { Layer } from '../layers/layer.ts';
import { INPUT, topologyOf } from '../network/topology.ts';

/** A layer by itself, parameters and what it reads. */
export interface LayerAtWork {
  readonly layer: Layer;
  readonly w: Float64Array;
  readonly z: Float64Array;
  readonly N: number;
}

/** The layer `spec` over the input and `copies` layers of the input's shape. */
export function layerOver(input: readonly number[], spec: LayerSpec, copies = 0): Layer {
  const same = Array.from({ length: copies }, (_, q): LayerSpec => {
    const name = `copy${q}`;
    return { name, kind: 'add', activation: 'identity', from: [INPUT] };
  });
  const from = [INPUT, ...same.map(({ name }) => name)];
  const { layers } = topologyOf({ input, layers: [...same, { ...spec, from }] });
  return layers[copies];
}

/** Random layers of a kind over images of unequal sides, with random weights and inputs. */
export function randomLayer(kind: LayerKindName): fc.Arbitrary<LayerAtWork> {
  const small = (min: number, max: number) => fc.integer({ min, max });
  return fc
    .record({
      input: fc.tuple(small(1, 3), small(1, 6), small(1, 6)),
      rows: small(1, 3),
      side: small(1, 4),
      stride: small(1, 3),
      padding: small(0, 2),
      copies: small(0, 2),
      N: small(1, 3),
      seed: small(1, 1_000_000),
    })
    .map(({ input, rows, side, stride, padding, copies, N, seed }) => {
      const least = Math.min(input[1], input[2]);
      const common = { name: 'layer', activation: 'identity', from: [] } as const;
      const window = { ...common, size: Math.min(side, least) };
      const kernel = Math.min(side, least + 2 * padding);
      const specs = {
        dense: { ...common, kind: 'dense', units: rows },
        conv2d: { ...common, kind: 'conv2d', channels: rows, kernel, stride, padding },
        'average-pool': { ...window, kind: 'average-pool' },
        'max-pool': { ...window, kind: 'max-pool' },
        add: { ...common, kind: 'add' },
      } as const satisfies Record<LayerKindName, LayerSpec>;
      const layer = layerOver(input, specs[kind], kind === 'dense' || kind === 'add' ? copies : 0);
      const W = layer.biases + layer.rows;
      return { layer, w: gaussians(seed, W), z: gaussians(seed + 1, N * layer.inputs), N };
    });
}
