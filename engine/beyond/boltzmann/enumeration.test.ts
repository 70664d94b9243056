import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians, randomStream } from '../../data/random.ts';
import { expectClose } from '../../testing/close.ts';
import { divergenceProduct, exactDivergence } from './divergence.ts';
import { exactPhase, exactPhaseProduct } from './enumeration.ts';
import {
  type BoltzmannData,
  type BoltzmannMachine,
  type BoltzmannStates,
  pairIndex,
  pairsOf,
  stateValues,
} from './machine.ts';

const anyMachine: fc.Arbitrary<{ machine: BoltzmannMachine; data: BoltzmannData; v: Float64Array }> = fc
  .record({
    visible: fc.integer({ min: 1, max: 3 }),
    hidden: fc.integer({ min: 0, max: 3 }),
    states: fc.constantFrom<BoltzmannStates>('0/1', '±1'),
    temperature: fc.constantFrom(0.7, 1, 2.5),
    P: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ visible, hidden, states, temperature, P, seed }) => {
    const W = pairsOf(1 + visible + hidden);
    const random = randomStream(seed + 1);
    const shares = Float64Array.from({ length: P }, () => 0.1 + random.uniform());
    const sum = shares.reduce((a, b) => a + b);
    return {
      machine: { visible, hidden, states, temperature, weights: gaussians(seed, W) },
      data: {
        patterns: Float64Array.from(
          { length: P * visible },
          () => stateValues[states][random.uniform() < 0.5 ? 0 : 1],
        ),
        probabilities: shares.map((share) => share / sum),
      },
      v: gaussians(seed + 2, W),
    };
  });

/** All states of `count` units, as lists. */
const allStates = (count: number, values: readonly number[]): number[][] =>
  count === 0
    ? [[]]
    : allStates(count - 1, values).flatMap((rest) => values.map((value) => [...rest, value]));

/** `G` from the probabilities of all states, written out. */
function plainDivergence(
  { visible, hidden, states, temperature, weights }: BoltzmannMachine,
  data: BoltzmannData,
) {
  const n = 1 + visible + hidden;
  const model = new Map<string, number>();
  let Z = 0;
  for (const rest of allStates(visible + hidden, stateValues[states])) {
    const s = [1, ...rest];
    let energy = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) energy += s[i] * s[j] * weights[pairIndex(i, j, n)];
    }
    const weight = Math.exp(-energy / temperature);
    const key = s.slice(1, 1 + visible).join();
    model.set(key, (model.get(key) ?? 0) + weight);
    Z += weight;
  }
  const shown = new Map<string, number>();
  data.probabilities.forEach((R, p) => {
    const key = data.patterns.slice(p * visible, (p + 1) * visible).join();
    shown.set(key, (shown.get(key) ?? 0) + R);
  });
  return [...shown].reduce((sum, [key, R]) => sum + R * Math.log((R * Z) / (model.get(key) ?? NaN)), 0);
}

const moved = (machine: BoltzmannMachine, v: ArrayLike<number>, t: number): BoltzmannMachine => ({
  ...machine,
  weights: machine.weights.map((weight, q) => weight + t * v[q]),
});

/** Central differences with Richardson's extrapolation: O(r⁴) and O(ε/r), about 1e-11 at r = 1e-3. */
function along(f: (t: number) => Float64Array, r: number): Float64Array {
  const central = (step: number): Float64Array => {
    const back = f(-step);
    return f(step).map((there, q) => (there - back[q]) / (2 * step));
  };
  const coarse = central(r);
  return central(r / 2).map((fine, q) => fine + (fine - coarse[q]) / 3);
}

describe('of random machines with and without hidden units, in both kinds of states', () => {
  test('the divergence is that of all probabilities, its gradient the finite difference', () => {
    fc.assert(
      fc.property(anyMachine, ({ machine, data }) => {
        const { divergence, gradient } = exactDivergence(machine, data);
        expectClose('G', [divergence], [plainDivergence(machine, data)], 1e-12, 1);
        expect(divergence).toBeGreaterThan(-1e-12);
        const differences = machine.weights.map((_, q) => {
          const unit = machine.weights.map((__, at) => (at === q ? 1 : 0));
          return along((t) => Float64Array.of(plainDivergence(moved(machine, unit, t), data)), 1e-3)[0];
        });
        expectClose('∂G', gradient, differences, 1e-9, 1);
      }),
      { numRuns: 100 },
    );
  });

  test('R{p} and Hv are finite differences of the pair means and of the gradient', () => {
    fc.assert(
      fc.property(anyMachine, ({ machine, data, v }) => {
        const { Hv, Rclamped, Rfree } = divergenceProduct(machine, data, v);
        const free = along((t) => exactPhase(moved(machine, v, t)).p, 1e-3);
        expectClose('R{p}', exactPhaseProduct(machine, v).Rp, free, 1e-9, 1);
        expectClose('free', Rfree, free, 1e-9, 1);
        expectClose(
          'clamped',
          Rclamped,
          along((t) => exactDivergence(moved(machine, v, t), data).clamped, 1e-3),
          1e-9,
          1,
        );
        expectClose(
          'Hv',
          Hv,
          along((t) => exactDivergence(moved(machine, v, t), data).gradient, 1e-3),
          1e-9,
          1,
        );
      }),
      { numRuns: 200 },
    );
  });
});

test('one unit: its bias alone, ⟨s⟩ = 1/(1 + e^{w/T}) for 0/1 and −tanh(w/T) for ±1', () => {
  const machine = { visible: 1, hidden: 0, temperature: 2, weights: Float64Array.of(0.6) };
  expect(exactPhase({ ...machine, states: '0/1' }).p[0]).toBeCloseTo(1 / (1 + Math.exp(0.3)), 14);
  expect(exactPhase({ ...machine, states: '±1' }).p[0]).toBeCloseTo(-Math.tanh(0.3), 14);
});

test('energies far beyond what exp can take are no trouble', () => {
  const machine = {
    visible: 2,
    hidden: 0,
    states: '0/1',
    temperature: 1,
    weights: Float64Array.of(-2000, -2000, -500),
  } as const;
  const { p, logPartition } = exactPhase(machine);
  expect(logPartition).toBe(4500);
  expect(Array.from(p)).toEqual([1, 1, 1]);
});

const small: BoltzmannMachine = {
  visible: 2,
  hidden: 0,
  states: '0/1',
  temperature: 1,
  weights: new Float64Array(3),
};

test.each([
  [{ visible: 0 }, 'visible units are not a whole number from 1 up: 0'],
  [{ hidden: -1 }, 'hidden units are not a whole number from 0 up: -1'],
  [{ temperature: 0 }, 'temperature is not above 0: 0'],
  [{ weights: new Float64Array(2) }, 'weights are not 3: 2'],
  [{ weights: Float64Array.of(0, NaN, 1) }, 'weights have entries that are not finite: 1'],
  [{ hidden: 19, weights: new Float64Array(231) }, 'more free units than can be enumerated, 20: 21'],
])('a machine with %o is refused', (change, message) => {
  expect(() => exactPhase({ ...small, ...change })).toThrow(message);
});

test('data that the machine cannot show, or that do not sum to 1, are refused', () => {
  const patterns = Float64Array.of(0, 1, 1, 0.5);
  const halves = Float64Array.of(0.5, 0.5);
  expect(() => exactDivergence(small, { patterns, probabilities: halves })).toThrow(
    'not a state of a 0/1 unit: 0.5',
  );
  const rest = { patterns: Float64Array.of(0, 1, 1, 0), probabilities: Float64Array.of(0.5, 0.4) };
  expect(() => exactDivergence(small, rest)).toThrow('probabilities do not sum to 1: 0.9');
  expect(() => exactDivergence(small, { ...rest, probabilities: halves.slice(1) })).toThrow(
    'patterns are not 2: 4',
  );
  expect(() => exactPhase(small, Float64Array.of(1))).toThrow('states of visible units are not 2: 1');
  expect(() => exactPhaseProduct(small, Float64Array.of(1))).toThrow('entries of the direction are not 3: 1');
});
