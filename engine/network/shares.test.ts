import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomProblem } from '../testing/randomProblem.ts';
import { groupsIn } from './groups.ts';
import { splitInParts } from './parts.ts';
import { forEachRow, placeIn, shareOf } from './shares.ts';
import { topologyOf } from './topology.ts';

test('shares hold every entry of the lower triangle once, each with the part of its later group', () => {
  fc.assert(
    fc.property(randomProblem(), fc.integer({ min: 1, max: 7 }), ({ network }, count) => {
      const topology = topologyOf(network);
      const { W } = topology;
      const group = new Map<number, number>();
      groupsIn(topology).forEach(({ weights, fanIn, bias }, number) => {
        for (let i = 0; i < fanIn; i++) group.set(weights + i, number);
        group.set(bias, number);
      });
      const owners = new Set<number>();
      const wrong: string[] = [];
      for (const part of splitInParts(topology, count)) {
        const share = shareOf(topology, part);
        const places = new Set<number>();
        forEachRow(share, (row, from, end, at) => {
          for (let column = from; column < end; column++) {
            const later = Math.max(group.get(row) ?? NaN, group.get(column) ?? NaN);
            const itsOwn = later >= part.first && later < part.end && !owners.has(row * W + column);
            const found = placeIn(share, row, column) === at + column - from;
            if (column > row || !itsOwn || !found) wrong.push(`${row}, ${column}`);
            owners.add(row * W + column);
            places.add(at + column - from);
          }
        });
        expect(places.size).toBe(share.size);
        expect(Math.max(...places)).toBe(share.size - 1);
      }
      expect(wrong).toEqual([]);
      expect(owners.size).toBe((W * (W + 1)) / 2);
    }),
  );
});

test('what is another part’s has no place', () => {
  const dense = (name: string, units: number, from: string) =>
    ({ name, kind: 'dense', units, activation: 'tanh', from: [from] }) as const;
  const topology = topologyOf({ input: [1], layers: [dense('a', 2, 'input'), dense('y', 1, 'a')] });
  expect(placeIn(shareOf(topology, { first: 0, end: 1 }), 3, 0)).toBe(-1);
  expect(placeIn(shareOf(topology, { first: 1, end: 2 }), 3, 0)).toBeGreaterThanOrEqual(0);
});
