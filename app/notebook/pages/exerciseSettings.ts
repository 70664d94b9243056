import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { binaryCrossEntropy, feedForward, type Setting, softmaxCrossEntropy, sumOfSquares } from './build.ts';

/** x = 0 and x = 1: tanh 0 = 0 with slope 1, tanh 1 = 0.7616 with slope 0.42; the rest is mental arithmetic. */
const inputs = [[0], [1]];

/** One hidden unit and two linear outputs, w = (1, 0 | 1, 2, 0, 0). */
export const twoOutputs: Setting = {
  title: 'Two outputs, two patterns',
  network: feedForward(1, [1], 2),
  loss: sumOfSquares,
  weightDecay: 0.1,
  data: {
    name: 'x = 0 and x = 1',
    inputs,
    targets: [
      [0, 1],
      [1, 1],
    ],
  },
  parameters: [1, 0, 1, 2, 0, 0],
  view: { matrices: ['exact', 'outer-product', 'residual'], entry: [1, 0], parameter: 0, transfer: 'linear' },
};

/** A network trained on 2,000 patterns: as close to the regression function as three hidden units come. */
export const regressionFunction: Setting = {
  title: 'At the regression function',
  network: feedForward(1, [3], 1),
  loss: { kind: 'sum-of-squares', reduction: 'mean' },
  data: { set: 'sine', count: 20, noise: 0.3, seed: 1 },
  parameters: [-2.3735, -2.5227, 2.5548, 0.0193, 2.4164, 2.4919, -1.4806, 1.3397, -1.3626, 0.0356],
  view: { matrices: ['exact', 'outer-product', 'residual'] },
};

/** One hidden unit and a logistic output, w = (1, 0 | 2, 0). */
export const logistic: Setting = {
  title: 'Logistic output, two patterns',
  network: feedForward(1, [1], 1, 'logistic'),
  loss: binaryCrossEntropy,
  data: { name: 'x = 0 and x = 1', inputs, targets: [[0], [1]] },
  parameters: [1, 0, 2, 0],
  view: { matrices: ['exact', 'outer-product', 'residual'], entry: [1, 0], parameter: 0, transfer: 'linear' },
};

/** One hidden unit and two softmax outputs, w = (1, 0 | 1, 2, 0, 0). */
export const softmax: Setting = {
  title: 'Softmax outputs, two patterns',
  network: feedForward(1, [1], 2, 'softmax'),
  loss: softmaxCrossEntropy,
  data: {
    name: 'x = 0 and x = 1',
    inputs,
    targets: [
      [1, 0],
      [0, 1],
    ],
  },
  parameters: [1, 0, 1, 2, 0, 0],
  view: {
    matrices: ['exact', 'outer-product', 'closed-form'],
    entry: [1, 0],
    parameter: 0,
    pattern: 1,
    transfer: 'linear',
  },
};

const skipNetwork: NetworkSpec = {
  input: [1],
  layers: [
    { name: 'hidden1', kind: 'dense', units: 1, activation: 'tanh', from: ['input'] },
    { name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['hidden1', 'input'] },
  ],
};

/** One hidden unit and a connection past it, w = (1, 0 | 2, −1, 0). */
export const skip: Setting = {
  title: 'A connection past the hidden unit',
  network: skipNetwork,
  loss: sumOfSquares,
  data: { name: 'x = 0 and x = 1', inputs, targets: [[0], [1]] },
  parameters: [1, 0, 2, -1, 0],
  view: {
    matrices: ['exact', 'gauss-newton', 'residual'],
    entry: [3, 0],
    parameter: 3,
    pattern: 1,
    transfer: 'linear',
  },
};
