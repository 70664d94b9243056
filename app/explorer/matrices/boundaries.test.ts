import { expect, test } from 'vitest';
import { topologyOf } from '../../../engine/network/topology.ts';
import { boundariesOf } from './boundaries.ts';

const dense = (name: string, units: number, from: string[]) =>
  ({ name, kind: 'dense', units, activation: 'tanh', from }) as const;

test('layers and units of a 2-3-1 network', () => {
  const topology = topologyOf({
    input: [2],
    layers: [dense('hidden', 3, ['input']), dense('output', 1, ['hidden'])],
  });
  const { W, layers, groups } = boundariesOf(topology);
  expect(W).toBe(13);
  expect(layers).toEqual([
    { name: 'hidden', start: 0, end: 9 },
    { name: 'output', start: 9, end: 13 },
  ]);
  // two weights a unit, then three biases; three weights, then one bias
  expect(groups.map(({ at }) => at)).toEqual([2, 4, 6, 12]);
  expect(groups.map(({ apart }) => apart)).toEqual([2, 2, 2, 1]);
});

test('a skip connection widens the units', () => {
  const topology = topologyOf({
    input: [2],
    layers: [dense('hidden', 3, ['input']), dense('output', 1, ['hidden', 'input'])],
  });
  expect(boundariesOf(topology).layers.at(-1)).toEqual({ name: 'output', start: 9, end: 15 });
});

test('channels of a convolution are groups, and a layer without weights takes no room', () => {
  const topology = topologyOf({
    input: [2, 5, 5],
    layers: [
      {
        name: 'conv',
        kind: 'conv2d',
        channels: 2,
        kernel: 2,
        stride: 1,
        padding: 0,
        activation: 'tanh',
        from: ['input'],
      },
      { name: 'pool', kind: 'max-pool', size: 2, activation: 'identity', from: ['conv'] },
      dense('output', 3, ['pool']),
    ],
  });
  const { W, layers, groups } = boundariesOf(topology);
  // two kernels of 2·2·2 weights, two biases; 2·2·2 pooled pixels for each of three units, three biases
  expect(W).toBe(45);
  expect(layers).toEqual([
    { name: 'conv', start: 0, end: 18 },
    { name: 'output', start: 18, end: 45 },
  ]);
  expect(groups.map(({ at }) => at)).toEqual([8, 16, 26, 34, 42]);
  expect(groups.map(({ apart }) => apart)).toEqual([8, 2, 8, 8, 3]);
});
