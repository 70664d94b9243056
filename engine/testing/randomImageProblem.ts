import fc from 'fast-check';
import type { ActivationKind } from '../activations/index.ts';
import type { LayerSpec, Problem } from '../experiment/problem.ts';
import { INPUT, topologyOf } from '../network/topology.ts';
import { anyHidden, anySetting, type LayerChoices, problemOf } from './randomParts.ts';
import { windowMargin } from './windowMargin.ts';

interface ImageChoices extends LayerChoices {
  /** Least gap between the two largest entries of a max-pool's window: no kink is nearer than that. */
  readonly margin?: number;
}

/** What an image layer is drawn from, before it is fitted to the image it reads. */
const anyImageLayer = (choices: LayerChoices) =>
  fc.record({
    kind: fc.constantFrom('conv2d', 'conv2d', 'average-pool', 'max-pool', 'residual', 'residual-3'),
    channels: fc.integer({ min: 1, max: 2 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    padding: fc.integer({ min: 0, max: 1 }),
    size: fc.integer({ min: 1, max: 3 }),
    activation: anyHidden(choices),
  });

type DrawnLayer = ReturnType<typeof anyImageLayer> extends fc.Arbitrary<infer T> ? T : never;

/** An image of more outputs than this is read by a dense output layer. */
const MOST_OUTPUTS = 8;

/**
 * Random networks over images of unequal sides: convolutions with stride and padding, pools that leave a rim,
 * residual additions of two or three layers; then dense layers, which may read the input and earlier images
 * too, or none, so that the outputs are an image.
 */
export function randomImageProblem(choices: ImageChoices = {}): fc.Arbitrary<Problem> {
  const problem = fc
    .record({
      input: fc.tuple(
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 2, max: 5 }),
      ),
      layers: fc.array(anyImageLayer(choices), { minLength: 1, maxLength: 3 }),
      hidden: fc.option(fc.record({ units: fc.integer({ min: 1, max: 3 }), activation: anyHidden(choices) })),
      outputUnits: fc.option(fc.integer({ min: 1, max: 3 })),
      reads: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      setting: anySetting({ ...choices, patterns: choices.patterns ?? { min: 1, max: 3 } }),
    })
    .map(({ input, layers: drawn, hidden, outputUnits, reads, setting }): Problem => {
      const layers: LayerSpec[] = [];
      for (const layer of drawn) layers.push(...fitted(layer, input, layers));
      const flat = (name: string, units: number, activation: ActivationKind): void => {
        const last = nameOfLast(layers);
        const skipped = [INPUT, ...layers.map((layer) => layer.name)].filter(
          (earlier, q) => choices.skips !== false && earlier !== last && reads[q % reads.length],
        );
        layers.push({ name, kind: 'dense', units, activation, from: [...skipped.slice(0, 2), last] });
      };
      if (hidden !== null) flat('hidden', hidden.units, hidden.activation);
      const { W, outputUnits: K } = topologyOf({ input, layers });
      if (outputUnits !== null || W === 0 || K > MOST_OUTPUTS) flat('output', outputUnits ?? 2, 'identity');
      return problemOf(input, layers, setting);
    });
  const { margin } = choices;
  return margin === undefined ? problem : problem.filter((drawn) => windowMargin(drawn) >= margin);
}

const nameOfLast = (layers: readonly LayerSpec[]): string => layers.at(-1)?.name ?? INPUT;

/** The layers of a draw, their kernels and windows no larger than the image that the last layer leaves. */
function fitted(drawn: DrawnLayer, input: readonly number[], layers: readonly LayerSpec[]): LayerSpec[] {
  const image = layers.length === 0 ? input : topologyOf({ input, layers }).layers[layers.length - 1].shape;
  const [channels, height, width] = image;
  const side = Math.min(height, width);
  const { kind, activation } = drawn;
  const name = `layer${layers.length + 1}`;
  const from = [nameOfLast(layers)];
  const size = Math.min(drawn.size, side);
  switch (kind) {
    case 'conv2d': {
      const { padding, stride } = drawn;
      const kernel = Math.min(drawn.kernel, side + 2 * padding);
      return [{ name, kind, activation, from, channels: drawn.channels, kernel, stride, padding }];
    }
    case 'average-pool':
    case 'max-pool':
      return [{ name, kind, activation, from, size }];
    default: {
      const branches = kind === 'residual' ? [1] : [1, 2];
      const same = branches.map((branch): LayerSpec => {
        const kernel = branch === 1 ? 3 : 1;
        const padding = (kernel - 1) / 2;
        const own = { name: `${name}-${branch}`, kind: 'conv2d', activation, from } as const;
        return { ...own, channels, kernel, stride: 1, padding };
      });
      const sum = [...from, ...same.map((branch) => branch.name)];
      return [...same, { name, kind: 'add', activation, from: sum }];
    }
  }
}
