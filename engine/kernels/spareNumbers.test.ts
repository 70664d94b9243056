import { expect, it } from 'vitest';
import { giveNumbers, takeNumbers } from './spareNumbers.ts';

it('gives back what was handed in, by its size, each array once, the latest sixteen', () => {
  const [small, large] = [new Float64Array(1001), new Float64Array(2001)];
  giveNumbers(small);
  giveNumbers(large);
  expect(takeNumbers(1000)).toHaveLength(1000);
  expect(takeNumbers(2001)).toBe(large);
  expect(takeNumbers(1001)).toBe(small);
  expect(takeNumbers(1001)).not.toBe(small);
  giveNumbers(small);
  for (let more = 0; more < 16; more++) giveNumbers(new Float64Array(3001));
  expect(takeNumbers(1001)).not.toBe(small);
});
