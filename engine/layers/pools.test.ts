import { describe, expect, test } from 'vitest';
import type { PoolSpec } from '../experiment/problem.ts';
import { layerOver } from '../testing/randomLayer.ts';
import { passesOf } from './index.ts';
import type { Layer } from './layer.ts';

const pool = (kind: PoolSpec['kind'], input: readonly number[], size: number): Layer =>
  layerOver(input, { name: 'pool', kind, size, activation: 'identity', from: [] });

const none = new Float64Array(0);

function forward(layer: Layer, z: readonly number[]): number[] {
  const a = new Float64Array(layer.units);
  passesOf(layer).forward(layer, none, Float64Array.from(z), 1, a);
  return [...a];
}

function backward(layer: Layer, z: readonly number[], delta: readonly number[]): number[] {
  const e = new Float64Array(layer.inputs);
  passesOf(layer).backward(layer, none, Float64Array.from(z), Float64Array.from(delta), 1, e);
  return [...e];
}

/** A rim on the right and below, two channels. */
const TWO = [
  ...[1, 5, 3, 4, 90],
  ...[2, 0, 8, 1, 91],
  ...[80, 81, 82, 83, 84],
  ...[-1, -5, -3, -4, 90],
  ...[-2, -9, -8, -6, 91],
  ...[80, 81, 82, 83, 84],
];
const RIMS = [
  ...[1, 1, 2, 2, 0],
  ...[1, 1, 2, 2, 0],
  ...[0, 0, 0, 0, 0],
  ...[3, 3, 4, 4, 0],
  ...[3, 3, 4, 4, 0],
  ...[0, 0, 0, 0, 0],
];

describe('windows side by side, the rim left out', () => {
  test('average', () => {
    const layer = pool('average-pool', [2, 3, 5], 2);
    expect(layer.shape).toEqual([2, 1, 2]);
    expect(forward(layer, TWO)).toEqual([2, 4, -4.25, -5.25]);
    expect(backward(layer, TWO, [4, 8, 12, 16])).toEqual(RIMS);
  });

  test('maximum', () => {
    const layer = pool('max-pool', [2, 3, 5], 2);
    expect(layer.shape).toEqual([2, 1, 2]);
    expect(forward(layer, TWO)).toEqual([5, 8, -1, -3]);
    const e = backward(layer, TWO, [1, 2, 3, 4]);
    expect(e.flatMap((entry, at) => (entry === 0 ? [] : [[at, entry]]))).toEqual([
      [1, 1],
      [7, 2],
      [15, 3],
      [17, 4],
    ]);
  });

  test('a window of one entry is the image itself', () => {
    for (const kind of ['average-pool', 'max-pool'] as const)
      expect(forward(pool(kind, [2, 3, 5], 1), TWO)).toEqual(TWO);
  });
});

describe('max pool at its kinks', () => {
  const layer = pool('max-pool', [1, 2, 2], 2);

  test('of equal entries the first one gets the derivative', () => {
    expect(backward(layer, [0, 3, 3, 3], [7])).toEqual([0, 7, 0, 0]);
    expect(backward(layer, [0, 0, 0, 0], [7])).toEqual([7, 0, 0, 0]);
  });

  test.each([0, 1, 2, 3])('a NaN at %i stays visible', (at) => {
    const z = [1, 2, 3, 4].map((entry, q) => (q === at ? NaN : entry));
    expect(forward(layer, z)).toEqual([NaN]);
    expect(backward(layer, z, [1])).toEqual([0, 1, 2, 3].map((q) => (q === at ? 1 : 0)));
  });

  test('infinities', () => {
    expect(forward(layer, [-Infinity, -Infinity, -Infinity, -Infinity])).toEqual([-Infinity]);
    expect(forward(layer, [1, Infinity, 2, -Infinity])).toEqual([Infinity]);
  });
});

describe('add', () => {
  const add = { name: 'sum', kind: 'add', activation: 'identity', from: [] } as const;

  test.each([1, 2, 3])('of %i layers', (count) => {
    const layer = layerOver([2, 1, 2], add, count - 1);
    const z = Array.from({ length: 4 * count }, (_, q) => 10 ** (q >> 2) * ((q % 4) + 1));
    expect(forward(layer, z)).toEqual([1, 2, 3, 4].map((entry) => entry * [1, 11, 111][count - 1]));
    expect(layer.shape).toEqual([2, 1, 2]);
    expect(backward(layer, z, [1, 2, 3, 4])).toEqual(
      Array.from({ length: 4 * count }, (_, q) => (q % 4) + 1),
    );
  });

  test('of flat layers', () => {
    const layer = layerOver([3], add, 1);
    expect(layer.shape).toEqual([3]);
    expect(forward(layer, [1, 2, 3, 10, 20, 30])).toEqual([11, 22, 33]);
  });
});
