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
  const { W, layers, units } = boundariesOf(topology);
  expect(W).toBe(13);
  expect(layers).toEqual([
    { name: 'hidden', start: 0, end: 9 },
    { name: 'output', start: 9, end: 13 },
  ]);
  // two weights a unit, then three biases; three weights, then one bias
  expect(units.map(({ at }) => at)).toEqual([2, 4, 6, 12]);
  expect(units.map(({ apart }) => apart)).toEqual([2, 2, 2, 1]);
});

test('a skip connection widens the units', () => {
  const topology = topologyOf({
    input: [2],
    layers: [dense('hidden', 3, ['input']), dense('output', 1, ['hidden', 'input'])],
  });
  expect(boundariesOf(topology).layers.at(-1)).toEqual({ name: 'output', start: 9, end: 15 });
});
