import { type DataSet, drawPatterns } from './dataSet.ts';
import { type Random, randomStream } from './random.ts';

/** How many values each of the six attributes has. */
const VALUES = [3, 3, 2, 3, 4, 2] as const;

/** One example: the values of a₁ … a₆, counted from 1. */
type Attributes = readonly number[];

/** All 432 combinations of values. */
const everyExample: readonly Attributes[] = VALUES.reduce<readonly Attributes[]>(
  (before, count) =>
    before.flatMap((example) => Array.from({ length: count }, (_, value) => [...example, value + 1])),
  [[]],
);

/** The rule of the first problem: half of all examples obey it. */
const obeys = ([a1, a2, , , a5]: Attributes): boolean => a1 === a2 || a5 === 1;

const examplesOf = [everyExample.filter((example) => !obeys(example)), everyExample.filter(obeys)] as const;

/** Three or four values take a column each, two take one: 15 columns of 0 and 1. */
const columnsOf = (example: Attributes): number[] =>
  example.flatMap((value, attribute) => {
    const count = VALUES[attribute];
    if (count === 2) return [value - 1];
    return Array.from({ length: count }, (_, k) => (k === value - 1 ? 1 : 0));
  });

/** The items in random order (Fisher & Yates). */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const q = Math.floor((last + 1) * random.uniform());
    [order[last], order[q]] = [order[q], order[last]];
  }
  return order;
}

/** The first MONK's problem (Thrun et al. 1991): `t = 1 where a₁ = a₂ or a₅ = 1`, examples drawn without repeats up to 432. */
export const monks: DataSet = {
  label: 'MONK’s problem',
  description:
    'Robots of six attributes in 15 columns of 0 and 1; class 1 where head and body have the same shape, or the jacket is red.',
  inputs: 15,
  outputs: 1,
  task: 'binary',
  defaults: { count: 124, noise: 0 },
  draw: (count, noise, seed) => {
    const random = randomStream(seed);
    const orders = examplesOf.map((examples) => shuffled(examples, random));
    return drawPatterns(count, seed, (n, { normal }) => {
      const t = n % 2;
      const example = orders[t][Math.floor(n / 2) % orders[t].length];
      return { x: columnsOf(example).map((value) => value + noise * normal()), t: [t] };
    });
  },
};
