import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { expectClose } from '../../testing/close.ts';
import { jacobianAt } from './jacobian.ts';
import type { RecurrentActivation, RecurrentNetwork, RecurrentPatterns } from './network.ts';
import { recurrentGradient, recurrentProduct } from './products.ts';

/** σ, σ' and σ'' once more, in their plain forms. */
const plain = {
  logistic: (x: number) => {
    const s = 1 / (1 + Math.exp(-x));
    const slope = 1 / (4 * Math.cosh(x / 2) ** 2); // s (1 − s) would cancel
    return [s, slope, slope * (1 - 2 * s)] as const;
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
