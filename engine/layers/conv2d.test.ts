import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import type { Conv2dSpec } from '../experiment/problem.ts';
import { expectClose } from '../testing/close.ts';
import { layerOver, randomLayer } from '../testing/randomLayer.ts';
import { conv2d } from './conv2d.ts';
import type { Layer } from './layer.ts';

// Sums of at most 48 products of order 1 in another order.
const REORDERED = 1e-13;

/** `a_c(y, x) = b_c + Σ_i Σ_p Σ_q w_cipq z_i(y·s + p − padding, x·s + q − padding)`, z = 0 outside the image. */
function byFormula({ spec, sources, shape }: Layer<Conv2dSpec>, w: Float64Array, z: Float64Array): number[] {
  const { kernel, stride, padding } = spec;
  const [channelsIn, height, width] = sources[0].shape;
  const [channels, rows, columns] = shape;
  const at = (i: number, y: number, x: number): number =>
    y >= 0 && y < height && x >= 0 && x < width ? z[i * height * width + y * width + x] : 0;
  const a: number[] = [];
  for (let c = 0; c < channels; c++)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) {
        let sum = w[channels * channelsIn * kernel * kernel + c];
        for (let i = 0; i < channelsIn; i++)
          for (let p = 0; p < kernel; p++)
            for (let q = 0; q < kernel; q++)
              sum +=
                w[((c * channelsIn + i) * kernel + p) * kernel + q] *
                at(i, y * stride + p - padding, x * stride + q - padding);
        a.push(sum);
      }
  return a;
}

const isConvolution = (layer: Layer): layer is Layer<Conv2dSpec> => layer.spec.kind === 'conv2d';

function forward(layer: Layer<Conv2dSpec>, w: Float64Array, z: Float64Array, N: number): Float64Array {
  const a = new Float64Array(N * layer.units);
  conv2d.forward(layer, w, z, N, a);
  return a;
}

function convolution(input: readonly number[], numbers: Partial<Conv2dSpec>): Layer<Conv2dSpec> {
  const spec = { name: 'conv', kind: 'conv2d', activation: 'identity', from: [] } as const;
  const layer = layerOver(input, { channels: 1, kernel: 1, stride: 1, padding: 0, ...spec, ...numbers });
  if (!isConvolution(layer)) throw new Error('internal: no convolution');
  return layer;
}

test('forward is the formula: stride, padding, several channels, kernels that do not divide the image', () => {
  fc.assert(
    fc.property(randomLayer('conv2d'), ({ layer, w, z, N }) => {
      if (!isConvolution(layer)) throw new Error('internal: no convolution');
      const a = forward(layer, w, z, N);
      for (let n = 0; n < N; n++) {
        const image = z.slice(n * layer.inputs, (n + 1) * layer.inputs);
        expectClose(
          'a',
          a.slice(n * layer.units, (n + 1) * layer.units),
          byFormula(layer, w, image),
          REORDERED,
          1,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('a kernel is not flipped, and a stride leaves out what no longer fits', () => {
  const layer = convolution([1, 2, 4], { kernel: 2, stride: 2 });
  const z = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  expect(layer.shape).toEqual([1, 1, 2]);
  // 1·1 + 10·2 + 100·5 + 1000·6 − 7 and 1·3 + 10·4 + 100·7 + 1000·8 − 7.
  expect([...forward(layer, Float64Array.of(1, 10, 100, 1000, -7), z, 1)]).toEqual([6514, 8736]);
  expect(convolution([1, 2, 5], { kernel: 2, stride: 2 }).shape).toEqual([1, 1, 2]);
});

test.each([
  [[1, 28, 28], { kernel: 3, stride: 1, padding: 1 }, [1, 28, 28], 784, 9],
  [[3, 7, 5], { channels: 4, kernel: 3, stride: 2, padding: 0 }, [4, 3, 2], 6, 27],
  [[2, 4, 6], { channels: 2, kernel: 6, stride: 3, padding: 1 }, [2, 1, 1], 1, 72],
  [[2, 1, 1], { kernel: 1, padding: 2, stride: 28 }, [1, 1, 1], 1, 2],
] as const)('%j under %j is %j', (input, numbers, shape, positions, fanIn) => {
  const layer = convolution(input, numbers);
  expect(layer).toMatchObject({ shape, positions, fanIn, rows: shape[0] });
});

test('patterns that are not held together give what they give alone', () => {
  // 784 positions of 169 entries: the patches of 7 patterns are held at a time.
  const layer = convolution([1, 28, 28], { kernel: 13, padding: 6 });
  const N = 16;
  const w = gaussians(1, layer.biases + layer.rows);
  const z = gaussians(2, N * layer.inputs);
  const delta = gaussians(3, N * layer.units);
  const a = forward(layer, w, z, N);
  const g = new Float64Array(w.length);
  conv2d.gradient(layer, delta, z, N, g);
  const e = new Float64Array(z.length);
  conv2d.backward(layer, w, z, delta, N, e);
  const sum = new Float64Array(w.length);
  for (let n = 0; n < N; n++) {
    const zn = z.slice(n * layer.inputs, (n + 1) * layer.inputs);
    const dn = delta.slice(n * layer.units, (n + 1) * layer.units);
    const en = new Float64Array(zn.length);
    conv2d.gradient(layer, dn, zn, 1, sum);
    conv2d.backward(layer, w, zn, dn, 1, en);
    expectClose('a', a.slice(n * layer.units, (n + 1) * layer.units), forward(layer, w, zn, 1), 0);
    expectClose('e', e.slice(n * layer.inputs, (n + 1) * layer.inputs), en, 0);
  }
  // 16 · 784 products an entry, summed in another order.
  expectClose('∂E/∂w', g, sum, 1e-12);
});
