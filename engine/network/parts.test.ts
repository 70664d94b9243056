import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomProblem } from '../testing/randomProblem.ts';
import { groupsOf, indicesIn } from './groups.ts';
import { splitInParts } from './parts.ts';
import { topologyOf } from './topology.ts';

test('parts follow each other, none is empty, and together they hold every parameter once', () => {
  fc.assert(
    fc.property(randomProblem(), fc.integer({ min: 1, max: 9 }), ({ network }, count) => {
      const topology = topologyOf(network);
      const parts = splitInParts(topology, count);
      expect(parts.length).toBeLessThanOrEqual(count);
      parts.forEach(({ first, end }, index) => {
        expect(first).toBe(index === 0 ? 0 : parts[index - 1].end);
        expect(end).toBeGreaterThan(first);
      });
      expect(parts.at(-1)?.end).toBe(groupsOf(topology).length);
      const all = parts.flatMap((part) => indicesIn(topology, part)).sort((p, q) => p - q);
      expect(all).toEqual(Array.from({ length: topology.W }, (_, index) => index));
    }),
  );
});

test('two parts of a 10-32-16-3 network take about the same: unit pairs of the second layer are most of the work', () => {
  const dense = (name: string, units: number, from: string) =>
    ({ name, kind: 'dense', units, activation: 'tanh', from: [from] }) as const;
  const layers = [dense('a', 32, 'input'), dense('b', 16, 'a'), dense('y', 3, 'b')];
  const topology = topologyOf({ input: [10], layers });
  // Multiplications of unit k: (k + 1) m(m+1)/2 within its layer, and m for each earlier parameter.
  const cost = (group: number): number => {
    if (group < 32) return (group + 1) * 66;
    if (group < 48) return (group - 31) * 561 + 33 * 352;
    return (group - 47) * 153 + 17 * 880;
  };
  const sum = (first: number, end: number): number =>
    Array.from({ length: end - first }, (_, k) => cost(first + k)).reduce((a, b) => a + b, 0);
  const [first, second] = splitInParts(topology, 2);
  const share = sum(first.first, first.end) / sum(0, 51);
  // One unit of the second layer is at most 6 % of the work.
  expect(Math.abs(share - 0.5)).toBeLessThan(0.03);
  expect(second.end).toBe(51);
  // What G lacks of H is mostly in the first layers: with it the first part is shorter, never longer.
  const ends = [0, 1, 2, 4].map((added) => splitInParts(topology, 2, { whole: 2, added })[0].end);
  expect(ends).toEqual([...ends].sort((a, b) => b - a));
  expect(ends.at(-1)).toBeLessThan(ends[0]);
});
