import type { Conv2dSpec } from '../experiment/problem.ts';
import { imageOf } from './image.ts';
import type { LayerKind } from './layer.ts';
import { addChannels, addPatches, byPosition, inChunks, unfold } from './patches.ts';
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
  plan({ name, channels, kernel, stride, padding }, sources) {
    const [channelsRead, height, width] = imageOf(name, sources);
    const side = Math.min(height, width) + 2 * padding;
    if (kernel > side) throw new Error(`layer ${name} needs a kernel of at most ${side}: ${kernel}`);
    const steps = (length: number): number => Math.floor((length + 2 * padding - kernel) / stride) + 1;
    const shape = [channels, steps(height), steps(width)];
    const fanIn = channelsRead * kernel * kernel;
    return { shape, rows: channels, fanIn, positions: shape[1] * shape[2] };
  },
  columnName({ spec: { kernel }, sources, fanIn }, column) {
    if (column < 0 || column >= fanIn) throw new Error(`internal: column out of range: ${column}`);
    const place = column % (kernel * kernel);
    return {
      source: sources[0],
      i: (column - place) / (kernel * kernel),
      kernel: { row: Math.floor(place / kernel), column: place % kernel },
    };
  },
  forward(layer, w, z, N, a) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addChannels(layer, count, units(a), (filled) => {
        addBiases(layer, w, rows, filled);
        addRows(layer, w, unfold(layer, inputs(z), count), rows, filled);
      }),
    );
  },
  backward(layer, w, _z, delta, N, e) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addPatches(layer, count, inputs(e), (patches) =>
        sendBack(layer, w, byPosition(layer, units(delta), count), rows, patches),
      ),
    );
  },
  gradient(layer, delta, z, N, g) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addWeights(
        layer,
        byPosition(layer, units(delta), count),
        unfold(layer, inputs(z), count),
        rows,
        g,
        true,
      ),
    );
  },
  rForward(layer, w, v, z, Rz, N, Ra) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addChannels(layer, count, units(Ra), (filled) => {
        addBiases(layer, v, rows, filled);
        addRows(layer, v, unfold(layer, inputs(z), count), rows, filled);
        if (Rz !== null) addRows(layer, w, unfold(layer, inputs(Rz), count), rows, filled);
      }),
    );
  },
  rBackward(layer, w, v, _z, delta, Rdelta, N, Re) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addPatches(layer, count, inputs(Re), (patches) => {
        sendBack(layer, v, byPosition(layer, units(delta), count), rows, patches);
        sendBack(layer, w, byPosition(layer, units(Rdelta), count), rows, patches);
      }),
    );
  },
  rGradient(layer, delta, Rdelta, z, Rz, N, Hv) {
    inChunks(layer, N, ({ count, rows, inputs, units }) => {
      const [d, Rd] = [delta, Rdelta].map((x) => byPosition(layer, units(x), count));
      addWeights(layer, Rd, unfold(layer, inputs(z), count), rows, Hv, true);
      if (Rz !== null) addWeights(layer, d, unfold(layer, inputs(Rz), count), rows, Hv, false);
    });
  },
  diagonalBackward(layer, w, _z, D, N, d) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addPatches(layer, count, inputs(d), (patches) =>
        sendBackSquared(layer, w, byPosition(layer, units(D), count), rows, patches),
      ),
    );
  },
  diagonalGradient(layer, D, z, N, diagonal) {
    inChunks(layer, N, ({ count, rows, inputs, units }) =>
      addWeights(
        layer,
        byPosition(layer, units(D), count),
        squares(unfold(layer, inputs(z), count)),
        rows,
        diagonal,
        true,
      ),
    );
  },
  unfold,
};
