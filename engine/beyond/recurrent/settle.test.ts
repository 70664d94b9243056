import { describe, expect, test } from 'vitest';
import { expectClose } from '../../testing/close.ts';
import type { RecurrentActivation, RecurrentNetwork } from './network.ts';
import { recurrentGradient, recurrentProduct } from './products.ts';
import { DEFAULT_RELAXATION } from './relax.ts';
import { settle } from './settle.ts';

const one = (weights: number[], activation: RecurrentActivation = 'tanh'): RecurrentNetwork => ({
  units: Math.sqrt(weights.length),
  activation,
  weights: Float64Array.from(weights),
});

describe('networks without an equilibrium', () => {
  test('a ring of odd inhibition turns for ever', () => {
    const turning = one([0, 4, 0, 0, 0, 4, -4, 0, 0]);
    const settling = settle(turning, Float64Array.of(0.3, 0, 0));
    expect(settling.status).toBe('oscillating');
    // At the equilibrium that it circles the three eigenvalues are −4 σ' and its turns by ±60°.
    expect(settling.reason).toMatch(
      /^does not settle: activations keep moving by .*, spectral radius of the Jacobian at the equilibrium: 3\.\d+$/,
    );
    expect(settling.radius).toBeGreaterThan(1);
    const found = settling.equilibrium ?? Float64Array.of(NaN, NaN, NaN);
    const [a, b, c] = found;
    expectClose('root', found, [Math.tanh(-4 * c) + 0.3, Math.tanh(4 * a), Math.tanh(4 * b)], 1e-11);
    const patterns = { N: 1, inputs: Float64Array.of(0.3, 0, 0), outputs: [0], targets: Float64Array.of(1) };
    expect(() => recurrentGradient(turning, patterns)).toThrow('pattern 1 does not settle: activations keep');
  });

  test('a state at rest from which disturbances grow is not taken for one', () => {
    const { status, reason, radius, abscissa } = settle(one([2]), Float64Array.of(0));
    expect(status).toBe('unstable');
    expect([radius, abscissa]).toEqual([2, 2]);
    expect(reason).toBe(
      'does not settle: the state is at rest, but disturbances grow, spectral radius of the Jacobian at the equilibrium: 2.000',
    );
    // Pushed aside it settles at the root of y = tanh 2y.
    const aside = settle(one([2]), Float64Array.of(0), DEFAULT_RELAXATION, { start: Float64Array.of(0.1) });
    expect(aside.status).toBe('settled');
    expect(aside.radius).toBeLessThan(1);
    expect(aside.y[0]).toBeCloseTo(0.957504024, 8);
  });

  test('a spectral radius above 1 of the other sign: damping alone holds the state, and it is said', () => {
    // y = tanh(−3y) + I at y = 0: λ = −3, |1 − τ + τλ| = |1 − 4τ|.
    const inhibiting = one([-3]);
    const damped = settle(inhibiting, Float64Array.of(0), { ...DEFAULT_RELAXATION, rate: 0.25 });
    expect([damped.status, damped.radius, damped.factor]).toEqual(['settled', 3, 0]);
    expect(damped.reason).toBe(
      'settles by damping alone, spectral radius of the Jacobian at the equilibrium: 3.000',
    );
    const plainly = settle(inhibiting, Float64Array.of(1e-3), { ...DEFAULT_RELAXATION, rate: 1 });
    expect(plainly.status).toBe('oscillating');
  });

  test('too few steps are no verdict on the network', () => {
    const slow = settle(one([0.999]), Float64Array.of(1e-3), { ...DEFAULT_RELAXATION, steps: 5 });
    expect(slow.status).toBe('steps');
    expect(slow.reason).toMatch(
      /^has not settled after 5 steps: .* spectral radius of the Jacobian at the equilibrium: 0\.980/,
    );
    expect(slow.changes).toHaveLength(6);
  });
});

test('states are kept on demand, the first and the last included', () => {
  const { states, changes, y } = settle(one([0.5]), Float64Array.of(1), DEFAULT_RELAXATION, {
    keepStates: true,
  });
  expect(states).toHaveLength(changes.length);
  expect([states[0][0], states[states.length - 1]]).toEqual([0, y]);
});

test.each([
  [{ weights: Float64Array.of(1, 2) }, 'weights are not 1: 2'],
  [{ weights: Float64Array.of(NaN) }, 'weights have entries that are not finite: 1'],
  [{ units: 0 }, 'units of the recurrent network are not a whole number from 1 up: 0'],
])('%o is refused', (change, message) => {
  expect(() => settle({ ...one([0.5]), ...change }, Float64Array.of(0))).toThrow(message);
});

test('what does not fit is refused by name', () => {
  const patterns = { N: 1, inputs: Float64Array.of(0), outputs: [0], targets: Float64Array.of(1) };
  const network = one([0.5]);
  expect(() => settle(network, Float64Array.of(0), { ...DEFAULT_RELAXATION, rate: 2 })).toThrow(
    'rate is not above 0 and up to 1: 2',
  );
  expect(() => recurrentGradient(network, { ...patterns, outputs: [1] })).toThrow(
    'output is not one of the units: 1',
  );
  expect(() => recurrentGradient(network, { ...patterns, inputs: Float64Array.of(0, 0) })).toThrow(
    'inputs are not 1: 2',
  );
  expect(() => recurrentProduct(network, patterns, Float64Array.of(1, 2))).toThrow(
    'entries of the direction are not 1: 2',
  );
});
