import { describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { connectionRows } from './connections.ts';
import { parameterTex, parameterText } from './parameterTex.ts';
import { walk, type Walk } from './walk.ts';
import { scaleOf, signOf, sliderRange, strengthOf } from './weightScale.ts';

/** 2-3-1 with inputs read by the output too: h 0–5 and 6–8, y 9–11 (h), 12–13 (input), 14. */
const network: NetworkSpec = {
  input: [2],
  layers: [
    { name: 'h', kind: 'dense', units: 3, activation: 'tanh', from: ['input'] },
    { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['h', 'input'] },
  ],
};
const topology = topologyOf(network);
const path = (from: number, ...ways: Walk[]): number =>
  ways.reduce((index, way) => walk(topology, index, way), from);

describe('walk', () => {
  it('goes along the inputs of a unit, its bias last, and on to the next layer', () => {
    expect([0, 1, 6, 9, 10, 11, 12, 13, 14]).toEqual(
      Array.from({ length: 9 }, (_, steps) => path(0, ...Array<Walk>(steps).fill('right'))),
    );
    expect(path(14, 'right')).toBe(14);
    expect(path(9, 'left')).toBe(6);
    expect(path(0, 'left')).toBe(0);
  });

  it('goes from unit to unit at the same input', () => {
    expect([path(1, 'down'), path(1, 'down', 'down'), path(5, 'down'), path(5, 'up')]).toEqual([3, 5, 5, 3]);
    expect([path(7, 'down'), path(7, 'up')]).toEqual([8, 6]);
  });

  it('jumps between layers and ends', () => {
    expect([path(4, 'next-layer'), path(12, 'previous-layer'), path(3, 'last'), path(3, 'first')]).toEqual([
      9, 0, 14, 0,
    ]);
  });
});

describe('names', () => {
  it('count from 1, call the bias 0 and name the source of a skip connection', () => {
    expect(parameterTex(topology, 3)).toBe('w_{2,2}^{(1)}');
    expect(parameterTex(topology, 7)).toBe('w_{2,0}^{(1)}');
    expect(parameterTex(topology, 11)).toBe('w_{1,3}^{(2)}');
    expect(parameterTex(topology, 13)).toBe(String.raw`w_{1,\,\text{input}\,2}^{(2)}`);
    expect(parameterText(topology, 3)).toBe('weight from input 2 to h unit 2');
    expect(parameterText(topology, 7)).toBe('bias of h unit 2');
    expect(parameterText(topology, 11)).toBe('weight from h unit 3 to y unit 1');
  });

  it('let no layer name escape into the formula', () => {
    const hostile = topologyOf({
      ...network,
      layers: [
        { ...network.layers[0], name: '}\\href{x}' },
        { ...network.layers[0], name: 'b', from: ['}\\href{x}'] },
        { ...network.layers[1], from: ['b', '}\\href{x}'] },
      ] as NetworkSpec['layers'],
    });
    const tex = parameterTex(hostile, hostile.W - 2);
    expect(tex).toBe(String.raw`w_{1,\,\text{··href·x·}\,3}^{(3)}`);
  });
});

describe('the look of a weight', () => {
  it('does not change with a small change of the largest', () => {
    expect(scaleOf([0.3, -1.9])).toBe(scaleOf([0.3, -1.5]));
    expect(scaleOf([0.3, -1.9])).toBe(2);
    expect(scaleOf([0, 0])).toBe(1);
    expect(scaleOf([-1e150])).toBeGreaterThanOrEqual(1e150);
  });

  it('is the sign and the square root of the size', () => {
    expect(strengthOf(-0.5, 2)).toBe(-0.5);
    expect(strengthOf(2, 2)).toBe(1);
    expect([0.5, 0, -0.5].map(signOf)).toEqual(['positive', 'zero', 'negative']);
  });

  it('gives the slider ends that hold the value', () => {
    expect([0, -3, 3.1, -7, 10, 11, 450, 1e-9].map(sliderRange)).toEqual([3, 3, 5, 10, 10, 20, 500, 3]);
  });
});

describe('connectionRows', () => {
  it('offers every earlier layer and fixes the last one read', () => {
    expect(connectionRows(network)).toEqual([
      {
        from: 'input',
        cells: [
          { to: 'h', connection: 'fixed' },
          { to: 'y', connection: 'on' },
        ],
      },
      {
        from: 'h',
        cells: [
          { to: 'h', connection: 'none' },
          { to: 'y', connection: 'on' },
        ],
      },
    ]);
  });
});
