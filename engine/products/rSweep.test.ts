import { describe, expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import type { Problem } from '../experiment/problem.ts';
import { topologyOf } from '../network/topology.ts';
import { hessianVector } from './ofProblem.ts';
import { type RSweep, rSweep, sweepSlopes } from './rSweep.ts';

type Curve = keyof typeof sweepSlopes;

/** 3-5-4-2, tanh: derivatives of all orders are there. */
function problemOf(seed: number): Problem {
  const network: Problem['network'] = {
    input: [3],
    layers: [
      { name: 'hidden1', kind: 'dense', units: 5, activation: 'tanh', from: ['input'] },
      { name: 'hidden2', kind: 'dense', units: 4, activation: 'tanh', from: ['hidden1'] },
      { name: 'output', kind: 'dense', units: 2, activation: 'identity', from: ['hidden2'] },
    ],
  };
  return {
    network,
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0.01,
    parameters: gaussians(seed, topologyOf(network).W).map((entry) => 0.6 * entry),
    batch: { N: 12, inputs: gaussians(seed + 1, 36), targets: gaussians(seed + 2, 24) },
  };
}

const norm = (x: Float64Array): number => Math.sqrt(dot(x, 0, x, 0, x.length));

function directionOf({ parameters }: Problem, seed: number): Float64Array {
  const v = gaussians(seed, parameters.length);
  return v.map((entry) => entry / norm(v));
}

/** Slope of log error against log r between two exponents, least squares. */
function slopeOf(sweep: RSweep, curve: Curve, from: number, to: number): number {
  const points = sweep.steps
    .map((r, q) => [Math.log10(r), Math.log10(sweep[curve][q])] as const)
    .filter(
      ([exponent, error]) => exponent >= from - 1e-9 && exponent <= to + 1e-9 && Number.isFinite(error),
    );
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const draws = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
  const problem = problemOf(10 * seed);
  const v = directionOf(problem, seed);
  return { seed, problem, v, sweep: rSweep(problem, v) };
});

// Rounding is a throw of dice at every step: its size shows through over a few decades and all draws. Below
// r = 1e-7, E no longer changes in its last digit, and often not at all.
test.each([
  ['oneSided', -12, -9],
  ['central', -12, -7],
  ['fourPoint', -7, -4.5],
] as const)('cancellation of %s rises with its power of 1/r', (curve, from, to) => {
  const slopes = draws.map(({ sweep }) => slopeOf(sweep, curve, from, to));
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  expect(Math.abs(mean - sweepSlopes[curve].cancellation)).toBeLessThan(0.15);
});

describe.each(draws)('draw $seed', ({ problem, v, sweep }) => {
  test('from 10⁻¹ to 10⁻¹², and the same again from the same problem', () => {
    expect(sweep.steps[0]).toBeCloseTo(1e-1, 15);
    expect(sweep.steps.at(-1)).toBeCloseTo(1e-12, 26);
    expect(rSweep(problem, v)).toEqual(sweep);
  });

  // Where one branch rules: the other is below a hundredth of it.
  test.each([
    ['oneSided', -5, -2],
    ['central', -3.5, -2],
    ['fourPoint', -2.5, -1.5],
  ] as const)('truncation of %s falls with its power of r', (curve, from, to) => {
    expect(Math.abs(slopeOf(sweep, curve, from, to) - sweepSlopes[curve].truncation)).toBeLessThan(0.1);
  });

  // A factor of 30 either way: the constants of both branches enter with their roots.
  test.each([
    ['oneSided', 1 / 2],
    ['central', 1 / 3],
    ['fourPoint', 1 / 4],
  ] as const)('the best step of %s is near ε to the power of %f', (curve, power) => {
    const best = sweep.steps[sweep[curve].indexOf(Math.min(...sweep[curve]))];
    expect(Math.abs(Math.log10(best / Number.EPSILON ** power))).toBeLessThan(1.5);
  });

  test('truncation is what Taylor says: r/2 of the third derivative along v, r²/6 of the fourth', () => {
    const Hv = hessianVector(problem, v);
    const at = (t: number): Float64Array => {
      const parameters = problem.parameters.map((weight, q) => weight + t * v[q]);
      return hessianVector({ ...problem, parameters }, v);
    };
    const h = 1e-3;
    const [ahead, behind] = [at(h), at(-h)];
    const third = ahead.map((entry, q) => (entry - behind[q]) / (2 * h));
    const fourth = ahead.map((entry, q) => (entry - 2 * Hv[q] + behind[q]) / (h * h));
    const q = sweep.steps.findIndex((r) => Math.abs(r - 1e-3) < 1e-9);
    // Terms of the next order at r = h = 1e-3, and ε/h² = 2e-10 of the second difference.
    expect(sweep.oneSided[q] / ((1e-3 / 2) * (norm(third) / norm(Hv)))).toBeCloseTo(1, 1);
    expect(sweep.central[q] / ((1e-6 / 6) * (norm(fourth) / norm(Hv)))).toBeCloseTo(1, 2);
  });
});
