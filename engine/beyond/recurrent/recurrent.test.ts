import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { expectClose } from '../../testing/close.ts';
import { jacobianAt } from './jacobian.ts';
import type { RecurrentActivation, RecurrentNetwork, RecurrentPatterns } from './network.ts';
import { recurrentGradient, recurrentProduct } from './products.ts';
import { DEFAULT_RELAXATION } from './relax.ts';
import { settle } from './settle.ts';

/** σ, σ' and σ'' once more, in their plain forms. */
const plain = {
  logistic: (x: number) => {
    const s = 1 / (1 + Math.exp(-x));
    return [s, s * (1 - s), s * (1 - s) * (1 - 2 * s)] as const;
  },
  tanh: (x: number) => {
    const t = Math.tanh(x);
    const slope = 1 / Math.cosh(x) ** 2; // 1 − t² would cancel
    return [t, slope, -2 * t * slope] as const;
  },
};

interface Case {
  readonly network: RecurrentNetwork;
  readonly patterns: RecurrentPatterns;
  readonly v: Float64Array;
}

/** Networks that contract: the row sums of |w_ij| σ' are at most 0.8. */
const contractive: fc.Arbitrary<Case> = fc
  .record({
    n: fc.integer({ min: 1, max: 5 }),
    N: fc.integer({ min: 1, max: 3 }),
    activation: fc.constantFrom<RecurrentActivation>('logistic', 'tanh'),
    strength: fc.constantFrom(0.3, 0.8),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    first: fc.boolean(),
  })
  .map(({ n, N, activation, strength, seed, first }) => {
    const weights = gaussians(seed, n * n);
    const steepest = activation === 'tanh' ? 1 : 0.25;
    for (let j = 0; j < n; j++) {
      const sum = Array.from({ length: n }, (_, i) => Math.abs(weights[i * n + j])).reduce((a, b) => a + b);
      for (let i = 0; i < n; i++) weights[i * n + j] *= strength / (steepest * sum);
    }
    const outputs = first ? [0] : Array.from({ length: n }, (_, unit) => unit);
    const patterns = {
      N,
      inputs: gaussians(seed + 1, N * n),
      outputs,
      targets: gaussians(seed + 2, N * outputs.length),
    };
    return { network: { units: n, activation, weights }, patterns, v: gaussians(seed + 3, n * n) };
  });

/** The error of the network settled by plain repetition y ← σ(x) + I. */
function settledError(
  { units: n, activation, weights }: RecurrentNetwork,
  patterns: RecurrentPatterns,
): number {
  let error = 0;
  for (let p = 0; p < patterns.N; p++) {
    let y = new Float64Array(n);
    for (let round = 0; round < 600; round++) {
      y = y.map((_, j) => {
        let x = 0;
        for (let i = 0; i < n; i++) x += weights[i * n + j] * y[i];
        return plain[activation](x)[0] + patterns.inputs[p * n + j];
      });
    }
    patterns.outputs.forEach((unit, k) => {
      error += 0.5 * (y[unit] - patterns.targets[p * patterns.outputs.length + k]) ** 2;
    });
  }
  return error;
}

const moved = (network: RecurrentNetwork, v: ArrayLike<number>, t: number): RecurrentNetwork => ({
  ...network,
  weights: network.weights.map((weight, q) => weight + t * v[q]),
});

/** Central differences with two of Richardson's extrapolations: O(r⁶) and O(ε/r), about 1e-11 at r = 0.002. */
function along(f: (t: number) => Float64Array, r: number): Float64Array {
  const central = (step: number): Float64Array => {
    const back = f(-step);
    return f(step).map((there, q) => (there - back[q]) / (2 * step));
  };
  const [a, b, c] = [central(r), central(r / 2), central(r / 4)];
  return a.map((coarse, q) => {
    const first = b[q] + (b[q] - coarse) / 3;
    const second = c[q] + (c[q] - b[q]) / 3;
    return second + (second - first) / 15;
  });
}

describe('of random networks that contract', () => {
  test('the gradient is the finite difference of the settled error, weight by weight', () => {
    fc.assert(
      fc.property(contractive, ({ network, patterns }) => {
        const { error, gradient } = recurrentGradient(network, patterns);
        expectClose('E', [error], [settledError(network, patterns)], 1e-11);
        const differences = network.weights.map((_, q) => {
          const unit = network.weights.map((__, at) => (at === q ? 1 : 0));
          return along((t) => Float64Array.of(settledError(moved(network, unit, t), patterns)), 0.002)[0];
        });
        expectClose('∇E', gradient, differences, 1e-9, Math.max(1, error));
      }),
      { numRuns: 40 },
    );
  });

  test('Hv is the finite difference of the gradient, and H is symmetric', () => {
    fc.assert(
      fc.property(contractive, ({ network, patterns, v }) => {
        const { Hv } = recurrentProduct(network, patterns, v);
        const gradientAt = (t: number): Float64Array =>
          recurrentGradient(moved(network, v, t), patterns).gradient;
        const size = Math.sqrt(dot(v, 0, v, 0, v.length));
        expectClose('Hv', Hv, along(gradientAt, 0.002 / size), 1e-8, 1);
        const u = gaussians(v.length, v.length);
        const { Hv: Hu } = recurrentProduct(network, patterns, u);
        const [uHv, vHu] = [dot(u, 0, Hv, 0, v.length), dot(v, 0, Hu, 0, v.length)];
        expect(Math.abs(uHv - vHu)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(uHv)));
      }),
      { numRuns: 100 },
    );
  });

  test('z, R{y} and R{z} are the solutions of their linear systems', () => {
    fc.assert(
      fc.property(contractive, ({ network, patterns, v }) => {
        const { units: n, activation, weights } = network;
        const { equilibria, Ry, Rz } = recurrentProduct(network, patterns, v);
        const w = Matrix.from1DArray(n, n, weights);
        const V = Matrix.from1DArray(n, n, v);
        const column = (values: ArrayLike<number>): Matrix => Matrix.columnVector(Array.from(values));
        equilibria.forEach(({ y, z, e }, p) => {
          const x = w.transpose().mmul(column(y)).to1DArray();
          const D = Matrix.diag(x.map((entry) => plain[activation](entry)[1]));
          const D2 = Matrix.diag(x.map((entry) => plain[activation](entry)[2]));
          const E1 = Matrix.diag(Array.from(y, (_, i) => (patterns.outputs.includes(i) ? 1 : 0)));
          const I = Matrix.eye(n);
          const J = D.mmul(w.transpose());
          expectClose('J', jacobianAt(network, y), J.to1DArray(), 1e-12);
          // (I − D W) z = D e
          const backward = Matrix.sub(I, D.mmul(w));
          expectClose('z', z, solve(backward, D.mmul(column(e))).to1DArray(), 1e-11);
          // (I − J) R{y} = D Vᵀ y
          const ry = solve(Matrix.sub(I, J), D.mmul(V.transpose()).mmul(column(y)));
          expectClose('R{y}', Ry[p], ry.to1DArray(), 1e-11);
          const rx = Matrix.add(w.transpose().mmul(ry), V.transpose().mmul(column(y)));
          const inner = Matrix.add(w.mmul(column(z)), column(e));
          const source = Matrix.add(
            D2.mmul(Matrix.diag(rx.to1DArray())).mmul(inner),
            D.mmul(Matrix.add(V.mmul(column(z)), E1.mmul(ry))),
          );
          expectClose('R{z}', Rz[p], solve(backward, source).to1DArray(), 1e-10, 1);
        });
      }),
      { numRuns: 100 },
    );
  });
});

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
