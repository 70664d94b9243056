import type { Conv2dSpec } from '../experiment/problem.ts';
import { imageOf } from './image.ts';
import type { Layer, LayerKind } from './layer.ts';
import { addBiases, addRows, addWeights, sendBack, sendBackSquared, squares } from './weightMatrix.ts';

/**
 * Convolution with square kernels: a dense layer over patches, W [channels × (input channels · kernel²)], each
 * row [in][row][column] with a bias, its weights shared by all positions (LeCun et al. 1998; the kernel is
 * not flipped, as in PyTorch). Each pass costs about 2·N·positions·channels·fanIn for every product it holds.
 */
export const conv2d: LayerKind<Conv2dSpec> = {
  label: 'Convolution',
  formula: String.raw`\sum_{i}w_{ci}\,z_{i@\text{position}}+w_{c0}`,
  section: 'PRML 5.5.6',
  about: 'One small kernel for each channel, slid over an image: its weights are shared by all positions.',
  plan(spec, sources) {
    const [channels, height, width] = imageOf(spec, sources);
    const side = Math.min(height, width) + 2 * spec.padding;
    if (spec.kernel > side)
      throw new Error(`layer ${spec.name} needs a kernel of at most ${side}: ${spec.kernel}`);
    const steps = (length: number): number =>
      Math.floor((length + 2 * spec.padding - spec.kernel) / spec.stride) + 1;
    const shape = [spec.channels, steps(height), steps(width)];
    return {
      shape,
      rows: spec.channels,
      fanIn: channels * spec.kernel * spec.kernel,
      positions: shape[1] * shape[2],
    };
  },
  forward(layer, w, z, N, a) {
    addChannels(layer, N, a, (rows) => {
      addBiases(layer, w, N * layer.positions, rows);
      addRows(layer, w, unfold(layer, z, N), N * layer.positions, rows);
    });
  },
  backward(layer, w, _z, delta, N, e) {
    addPatches(layer, N, e, (patches) =>
      sendBack(layer, w, byPosition(layer, delta, N), N * layer.positions, patches),
    );
  },
  gradient(layer, delta, z, N, g) {
    addWeights(layer, byPosition(layer, delta, N), unfold(layer, z, N), N * layer.positions, g, true);
  },
  rForward(layer, w, v, z, Rz, N, Ra) {
    addChannels(layer, N, Ra, (rows) => {
      addBiases(layer, v, N * layer.positions, rows);
      addRows(layer, v, unfold(layer, z, N), N * layer.positions, rows);
      if (Rz !== null) addRows(layer, w, unfold(layer, Rz, N), N * layer.positions, rows);
    });
  },
  rBackward(layer, w, v, _z, delta, Rdelta, N, Re) {
    addPatches(layer, N, Re, (patches) => {
      sendBack(layer, v, byPosition(layer, delta, N), N * layer.positions, patches);
      sendBack(layer, w, byPosition(layer, Rdelta, N), N * layer.positions, patches);
    });
  },
  rGradient(layer, delta, Rdelta, z, Rz, N, Hv) {
    const rows = N * layer.positions;
    addWeights(layer, byPosition(layer, Rdelta, N), unfold(layer, z, N), rows, Hv, true);
    if (Rz !== null) addWeights(layer, byPosition(layer, delta, N), unfold(layer, Rz, N), rows, Hv, false);
  },
  diagonalBackward(layer, w, _z, D, N, d) {
    addPatches(layer, N, d, (patches) =>
      sendBackSquared(layer, w, byPosition(layer, D, N), N * layer.positions, patches),
    );
  },
  diagonalGradient(layer, D, z, N, diagonal) {
    addWeights(
      layer,
      byPosition(layer, D, N),
      squares(unfold(layer, z, N)),
      N * layer.positions,
      diagonal,
      true,
    );
  },
  unfold,
};

/** Visits every entry of every patch that lies on the image: its place among the patches and in the image. */
function forEachPatchEntry(
  { spec: { kernel, stride, padding }, shape, sources, inputs }: Layer<Conv2dSpec>,
  N: number,
  visit: (patch: number, image: number) => void,
): void {
  const [, rows, columns] = shape;
  const [channels, height, width] = sources[0].shape;
  let patch = 0;
  for (let n = 0; n < N; n++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        for (let channel = 0; channel < channels; channel++) {
          for (let i = 0; i < kernel; i++) {
            const y = row * stride + i - padding;
            for (let j = 0; j < kernel; j++, patch++) {
              const x = column * stride + j - padding;
              if (y < 0 || y >= height || x < 0 || x >= width) continue;
              visit(patch, n * inputs + (channel * height + y) * width + x);
            }
          }
        }
      }
    }
  }
}

/** Patches [N · positions × fanIn] of images [N × inputs], zeros outside. */
function unfold(layer: Layer<Conv2dSpec>, z: Float64Array, N: number): Float64Array {
  const patches = new Float64Array(N * layer.positions * layer.fanIn);
  forEachPatchEntry(layer, N, (patch, image) => (patches[patch] = z[image]));
  return patches;
}

/** Adds what `fill` writes to patches to the images they were cut from. */
function addPatches(
  layer: Layer<Conv2dSpec>,
  N: number,
  images: Float64Array,
  fill: (patches: Float64Array) => void,
): void {
  const patches = new Float64Array(N * layer.positions * layer.fanIn);
  fill(patches);
  forEachPatchEntry(layer, N, (patch, image) => (images[image] += patches[patch]));
}

/** [N × channels × positions] as [N · positions × channels]. */
function byPosition({ rows: C, positions: P }: Layer<Conv2dSpec>, x: Float64Array, N: number): Float64Array {
  const turned = new Float64Array(x.length);
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < C; c++) {
      for (let p = 0; p < P; p++) turned[(n * P + p) * C + c] = x[(n * C + c) * P + p];
    }
  }
  return turned;
}

/** Adds what `fill` writes as [N · positions × channels] to a [N × channels × positions]. */
function addChannels(
  { rows: C, positions: P }: Layer<Conv2dSpec>,
  N: number,
  a: Float64Array,
  fill: (rows: Float64Array) => void,
): void {
  const rows = new Float64Array(N * P * C);
  fill(rows);
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < C; c++) {
      for (let p = 0; p < P; p++) a[(n * C + c) * P + p] += rows[(n * P + p) * C + c];
    }
  }
}
