import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { expectClose } from '../../testing/close.ts';
import { curvatureDifference, errorDifferences, gradientDifferences, settledError } from './differences.ts';
import { type DrawnNetwork, drawnNetwork, drawnPatterns } from './drawn.ts';
import { recurrentHessian } from './hessian.ts';
import { recurrentProduct } from './products.ts';
import { DEFAULT_RELAXATION } from './relax.ts';
import { gainPoint, leastUnstableGain } from './threshold.ts';

const drawn = fc.record({
  units: fc.integer({ min: 2, max: 4 }),
  activation: fc.constantFrom('tanh', 'logistic'),
  seed: fc.integer({ min: 1, max: 1000 }),
  gain: fc.constantFrom(0, 0.3, 0.6),
  changed: fc.constant([]),
});

describe('of drawn networks that settle', () => {
  test('H is the derivative of the gradient weight by weight, and H v is the product', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const network = drawnNetwork(one);
        const patterns = drawnPatterns(one, 2, 2);
        const W = one.units ** 2;
        const H = recurrentHessian(network, patterns);
        for (let q = 0; q < W; q++) {
          const unit = Float64Array.from({ length: W }, (_, at) => (at === q ? 1 : 0));
          const column = H.filter((_, at) => at % W === q);
          // r⁴ = 1e-12 times a fifth derivative, rounding of settled states 1e-13/1e-3.
          expectClose('column', column, gradientDifferences(network, patterns, unit), 1e-7, 1);
        }
        const v = gaussians(one.seed + 7, W);
        const { Hv } = recurrentProduct(network, patterns, v);
        const rows = Float64Array.from({ length: W }, (_, row) => dot(H, row * W, v, 0, W));
        expectClose('H v', rows, Hv, 1e-10, 1);
      }),
      { numRuns: 12 },
    );
  });

  test('differences of the settled error alone give gradient and curvature', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const network = drawnNetwork(one);
        const patterns = drawnPatterns(one, 2, 2);
        const v = gaussians(one.seed + 7, one.units ** 2);
        const { error, gradient, Hv } = recurrentProduct(network, patterns, v);
        expectClose('E', [settledError(network, patterns)], [error], 1e-13);
        expectClose('∇E', errorDifferences(network, patterns), gradient, 1e-8, 1);
        // Rounding 1e-13/(1e-2)², r⁴ = 1e-8 times a sixth derivative.
        const curvature = dot(v, 0, Hv, 0, v.length);
        expectClose('vᵀHv', [curvatureDifference(network, patterns, v)], [curvature], 1e-5, 1);
      }),
      { numRuns: 12 },
    );
  });

  test('states that were asked for go from zero to the results, a step each', () => {
    const one: DrawnNetwork = { units: 3, activation: 'tanh', seed: 4, gain: 0.7, changed: [] };
    const network = drawnNetwork(one);
    const patterns = drawnPatterns(one, 1, 1);
    const v = gaussians(9, 9);
    const { equilibria, courses, Ry, Rz } = recurrentProduct(network, patterns, v, DEFAULT_RELAXATION, {
      keepStates: true,
    });
    const [{ states, changes, y, z, backwardStates, backwardChanges }] = equilibria;
    const runs = [
      [states, changes, y],
      [backwardStates, backwardChanges, z],
      [courses[0].Ry.states, courses[0].Ry.changes, Ry[0]],
      [courses[0].Rz.states, courses[0].Rz.changes, Rz[0]],
    ] as const;
    for (const [passed, moves, end] of runs) {
      expect(passed).toHaveLength(moves.length);
      expectClose('start', passed[0], new Float64Array(3), 0);
      expectClose('end', passed[passed.length - 1], end, 0);
      // Half of the way that is left.
      const first = Math.max(...passed[1].map(Math.abs));
      expect(first).toBeCloseTo(0.5 * moves[0], 15);
    }
    const plain = recurrentProduct(network, patterns, v);
    expect(plain.equilibria[0].backwardStates).toHaveLength(0);
    expect(plain.courses[0].Rz.states).toHaveLength(0);
  });
});

describe('weights set by hand', () => {
  test('stay what they are under any gain, and those of units that there are not do nothing', () => {
    const changed = [
      { from: 0, to: 1, value: 7 },
      { from: 2, to: 0, value: -1 },
    ];
    const one: DrawnNetwork = { units: 2, activation: 'tanh', seed: 3, gain: 0.5, changed };
    const { weights } = drawnNetwork(one);
    const { weights: twice } = drawnNetwork({ ...one, gain: 1 });
    expect(weights[1]).toBe(7);
    expect(twice[1]).toBe(7);
    expectClose(
      'others',
      [twice[0], twice[2], twice[3]],
      [2 * weights[0], 2 * weights[2], 2 * weights[3]],
      0,
    );
  });
});

describe('the gain at which a network ceases to settle', () => {
  const one: DrawnNetwork = { units: 4, activation: 'tanh', seed: 1, gain: 1, changed: [] };
  const patterns = drawnPatterns(one, 2, 2);
  const gains = Array.from({ length: 21 }, (_, k) => k / 10);
  const points = gains.map((gain) => gainPoint(one, patterns, gain));

  test('is where plain steps of the same length cease to come to rest', () => {
    const threshold = leastUnstableGain(one, patterns, points) ?? NaN;
    const lastMove = (gain: number): number => {
      const { weights } = drawnNetwork({ ...one, gain });
      const worst = [0, 1].map((p) => {
        let y = new Float64Array(4);
        let move = 0;
        for (let step = 0; step < 6000; step++) {
          const next = y.map((entry, j) => {
            let x = 0;
            for (let i = 0; i < 4; i++) x += weights[i * 4 + j] * y[i];
            return entry + 0.5 * (Math.tanh(x) + patterns.inputs[p * 4 + j] - entry);
          });
          move = Math.max(...next.map((entry, j) => Math.abs(entry - y[j])));
          y = next;
        }
        return move;
      });
      return Math.max(...worst);
    };
    expect(lastMove(threshold * 0.98)).toBeLessThan(1e-10);
    expect(lastMove(threshold * 1.02)).toBeGreaterThan(1e-3);
  });

  test('is where the factor of a step at the equilibrium reaches 1', () => {
    for (const { settles, factor } of points) expect(settles).toBe(factor < 1);
  });

  test('is not found where it settles throughout, and is the first gain where it never does', () => {
    expect(leastUnstableGain(one, patterns, points.slice(0, 10))).toBeNull();
    const beyond = points.slice(17);
    expect(leastUnstableGain(one, patterns, beyond)).toBe(1.7);
  });
});
