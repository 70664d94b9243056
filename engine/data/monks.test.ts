import { expect, test } from 'vitest';
import { monks } from './monks.ts';

/** Where the columns of an attribute begin, and how many it has. */
const A1 = [0, 3] as const;
const A2 = [3, 3] as const;
const A5 = [10, 4] as const;

test('432 examples are all there are, each once, of the class that the rule gives', () => {
  const { inputs, targets } = monks.draw(432, 0, 7);
  const seen = new Set<string>();
  for (let n = 0; n < 432; n++) {
    const x = [...inputs.slice(15 * n, 15 * (n + 1))];
    const valueOf = ([at, count]: readonly [number, number]) => {
      const own = x.slice(at, at + count);
      expect(own.filter((value) => value === 1)).toHaveLength(1);
      return own.indexOf(1);
    };
    const positive = valueOf(A1) === valueOf(A2) || valueOf(A5) === 0;
    expect(targets[n]).toBe(positive ? 1 : 0);
    seen.add(x.join());
  }
  expect(seen.size).toBe(432);
  expect(targets.filter((t) => t === 1)).toHaveLength(216);
});

test('another seed draws another training set of the usual 124', () => {
  const rows = (seed: number) => {
    const { inputs } = monks.draw(124, 0, seed);
    return new Set(Array.from({ length: 124 }, (_, n) => inputs.slice(15 * n, 15 * (n + 1)).join()));
  };
  const [first, second] = [rows(1), rows(2)];
  expect(first.size).toBe(124);
  expect(first).not.toEqual(second);
});
