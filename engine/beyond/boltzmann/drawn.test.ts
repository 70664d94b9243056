import { describe, expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { expectClose } from '../../testing/close.ts';
import { divergenceDifferences, divergenceProductDifferences } from './differences.ts';
import { divergenceProduct } from './divergence.ts';
import { boltzmannData, boltzmannDataSets, drawnMachine, type DrawnMachine } from './drawn.ts';
import { pairIndex } from './machine.ts';

const MACHINE: DrawnMachine = {
  visible: 3,
  hidden: 2,
  states: '0/1',
  temperature: 1,
  seed: 5,
  scale: 0.8,
  changed: [],
};

describe('differences of enumerated machines', () => {
  test.each([
    ['0/1', 1, 'one-hot'],
    ['±1', 2, 'parity'],
    ['±1', 0.5, 'runs'],
    ['0/1', 1, 'random'],
  ] as const)('states %s, T = %f, %s: gradient and Hv', (states, temperature, set) => {
    const drawn = { ...MACHINE, states, temperature };
    const machine = drawnMachine(drawn);
    const data = boltzmannData(set, drawn, 1);
    const v = gaussians(2, machine.weights.length);
    const { gradient, Hv } = divergenceProduct(machine, data, v);
    // r⁴ = 1e-12, rounding 1e-15/1e-3.
    expectClose('∇G', divergenceDifferences(machine, data), gradient, 1e-10, 1);
    expectClose('Hv', divergenceProductDifferences(machine, data, v), Hv, 1e-9, 1);
  });
});

describe('sets of patterns', () => {
  test('are equally probable rows of the states that the machine knows', () => {
    for (const set of boltzmannDataSets) {
      for (let visible = 1; visible <= 5; visible++) {
        for (const states of ['0/1', '±1'] as const) {
          const { patterns, probabilities } = boltzmannData(set, { visible, states }, 3);
          expect(patterns).toHaveLength(probabilities.length * visible);
          expect(probabilities.reduce((sum, q) => sum + q, 0)).toBeCloseTo(1, 14);
          // What the machine cannot take is refused here.
          divergenceProduct(
            drawnMachine({ ...MACHINE, visible, states }),
            { patterns, probabilities },
            new Float64Array(((visible + 3) * (visible + 2)) / 2),
          );
        }
      }
    }
    const { patterns } = boltzmannData('parity', { visible: 4, states: '0/1' }, 1);
    for (let p = 0; p < 8; p++) {
      expect(patterns.slice(4 * p, 4 * p + 4).reduce((sum, s) => sum + s, 0) % 2).toBe(0);
    }
    expect(patterns).toHaveLength(32);
  });
});

test('weights set by hand take their pair’s place in either order; what is no pair does nothing', () => {
  const plain = drawnMachine(MACHINE).weights;
  const { weights } = drawnMachine({
    ...MACHINE,
    changed: [
      { i: 3, j: 1, value: 9 },
      { i: 2, j: 2, value: 8 },
      { i: 0, j: 6, value: 7 },
    ],
  });
  const expected = plain.slice();
  expected[pairIndex(1, 3, 6)] = 9;
  expectClose('weights', weights, expected, 0);
});
