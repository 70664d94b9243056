import { gaussians, randomStream } from '../../data/random.ts';
import {
  type BoltzmannData,
  type BoltzmannMachine,
  type BoltzmannStates,
  pairIndex,
  pairsOf,
  stateValues,
  unitsOf,
} from './machine.ts';

/** A machine of which all weights are drawn, with some set by hand. */
export interface DrawnMachine {
  readonly visible: number;
  readonly hidden: number;
  readonly states: BoltzmannStates;
  readonly temperature: number;
  readonly seed: number;
  /** Deviation of the drawn weights. */
  readonly scale: number;
  /** Weights of pairs; those of units that there are not, and of a unit with itself, are left out. */
  readonly changed: readonly { readonly i: number; readonly j: number; readonly value: number }[];
}

/** The machine of these numbers. O(n²). */
export function drawnMachine(drawn: DrawnMachine): BoltzmannMachine {
  const { visible, hidden, states, temperature, seed, scale, changed } = drawn;
  const n = unitsOf({ visible, hidden, states, temperature, weights: new Float64Array(0) });
  const weights = gaussians(seed, pairsOf(n)).map((draw) => scale * draw);
  for (const { i, j, value } of changed) {
    if (i !== j && Math.max(i, j) < n) weights[pairIndex(Math.min(i, j), Math.max(i, j), n)] = value;
  }
  return { visible, hidden, states, temperature, weights };
}

/** Sets of patterns of a few visible units. */
export const boltzmannDataSets = ['one-hot', 'parity', 'runs', 'random'] as const;

export type BoltzmannDataSet = (typeof boltzmannDataSets)[number];

const MOST_RANDOM = 4;
const DATA_SEED = 303;

/** The patterns of each set as rows of on and off. */
const rowsOf: Readonly<Record<BoltzmannDataSet, (visible: number, seed: number) => boolean[][]>> = {
  'one-hot': (visible) =>
    Array.from({ length: visible }, (_, row) => Array.from({ length: visible }, (__, unit) => unit === row)),
  parity: (visible) => allRows(visible).filter((row) => row.filter(Boolean).length % 2 === 0),
  runs: (visible) =>
    Array.from({ length: visible + 1 }, (_, on) => Array.from({ length: visible }, (__, unit) => unit < on)),
  random: (visible, seed) => {
    const random = randomStream(seed + DATA_SEED);
    return Array.from({ length: MOST_RANDOM }, () =>
      Array.from({ length: visible }, () => random.uniform() < 0.5),
    );
  },
};

const allRows = (visible: number): boolean[][] =>
  Array.from({ length: 2 ** visible }, (_, state) =>
    Array.from({ length: visible }, (__, unit) => ((state >> unit) & 1) === 1),
  );

/** The patterns of a set, each as probable as the others: one unit on, an even number on, the first few on, or drawn. */
export function boltzmannData(
  set: BoltzmannDataSet,
  { visible, states }: Pick<DrawnMachine, 'visible' | 'states'>,
  seed: number,
): BoltzmannData {
  const [off, on] = stateValues[states];
  const rows = rowsOf[set](visible, seed);
  return {
    patterns: Float64Array.from(rows.flatMap((row) => row.map((isOn) => (isOn ? on : off)))),
    probabilities: new Float64Array(rows.length).fill(1 / rows.length),
  };
}
