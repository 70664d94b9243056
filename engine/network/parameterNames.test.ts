import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NetworkSpec } from '../experiment/problem.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { biasIndex, parameterName, weightIndex } from './parameterNames.ts';
import { topologyOf } from './topology.ts';

const tanh = { activation: 'tanh' } as const;

/** 2·(3·2² + 1) = 26 weights and biases of c, 3·(2·2·2 + 3 + 1) = 36 of h, none of p and s. */
const network: NetworkSpec = {
  input: [3, 3, 3],
  layers: [
    { ...tanh, name: 'c', kind: 'conv2d', channels: 2, kernel: 2, stride: 1, padding: 1, from: ['input'] },
    { ...tanh, name: 'p', kind: 'max-pool', size: 2, from: ['c'] },
    { ...tanh, name: 's', kind: 'add', from: ['p'] },
    { ...tanh, name: 'h', kind: 'dense', units: 3, from: ['p', 's'] },
    { ...tanh, name: 'o', kind: 'dense', units: 1, from: ['h', 's'] },
  ],
};
const topology = topologyOf(network);

test.each([
  [0, 'c', 0, { layerName: 'input', i: 0, kernel: { row: 0, column: 0 } }],
  [7, 'c', 0, { layerName: 'input', i: 1, kernel: { row: 1, column: 1 } }],
  [9, 'c', 0, { layerName: 'input', i: 2, kernel: { row: 0, column: 1 } }],
  [12, 'c', 1, { layerName: 'input', i: 0, kernel: { row: 0, column: 0 } }],
  [23, 'c', 1, { layerName: 'input', i: 2, kernel: { row: 1, column: 1 } }],
  [24, 'c', 0, null],
  [25, 'c', 1, null],
  [26, 'h', 0, { layerName: 'p', i: 0 }],
  [33, 'h', 0, { layerName: 'p', i: 7 }],
  [34, 'h', 0, { layerName: 's', i: 0 }],
  [42 + 15, 'h', 1, { layerName: 's', i: 7 }],
  [26 + 48 + 2, 'h', 2, null],
  [26 + 51, 'o', 0, { layerName: 'h', i: 0 }],
  [26 + 51 + 10, 'o', 0, { layerName: 's', i: 7 }],
  [26 + 51 + 11, 'o', 0, null],
])('entry %i: %s row %i from %j', (index, layerName, j, source) => {
  const layer = network.layers.findIndex(({ name }) => name === layerName);
  const from = network.layers.findIndex(({ name }) => name === source?.layerName);
  expect(parameterName(topology, index)).toStrictEqual({
    layer,
    layerName,
    j,
    source: source === null ? null : { layer: from, ...source },
  });
});

test.each([-1, 26 + 51 + 12])('entry %i is out of range', (index) => {
  expect(topology.W).toBe(26 + 51 + 12);
  expect(() => parameterName(topology, index)).toThrow(`parameter index out of range: ${index}`);
});

test('every entry has a name of its own, and leads back from it', () => {
  fc.assert(
    fc.property(randomProblem({ layers: 'any' }), (problem) => {
      const drawn = topologyOf(problem.network);
      const names = new Set<string>();
      for (let index = 0; index < drawn.W; index++) {
        const { layer: l, j, source } = parameterName(drawn, index);
        names.add(JSON.stringify([l, j, source]));
        if (source === null) {
          expect(biasIndex(drawn, l, j)).toBe(index);
          continue;
        }
        const { i, kernel } = source;
        const first = drawn.layers[l].sources.find(({ layer }) => layer === source.layer)?.column;
        const { spec } = drawn.layers[l];
        const side = spec.kind === 'conv2d' ? spec.kernel : 1;
        const column = (first ?? NaN) + (i * side + (kernel?.row ?? 0)) * side + (kernel?.column ?? 0);
        expect(weightIndex(drawn, l, j, column)).toBe(index);
      }
      expect(names.size).toBe(drawn.W);
    }),
  );
});
