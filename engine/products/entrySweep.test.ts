import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { sweepSteps } from '../experiment/sweepSteps.ts';
import { topologyOf } from '../network/topology.ts';
import { entrySweep } from './entrySweep.ts';
import { ownErrorOfEntry, ownErrorOfProduct } from './ownError.ts';
import { exactByRColumns } from './ofProblem.ts';
import { rSweep, sweepSlopes } from './rSweep.ts';

/** y = w x + b through h, one pattern. */
function oneUnit(
  activation: 'sin' | 'relu' | 'identity',
  w: number,
  b: number,
  x: number,
  t: number,
): Problem {
  return {
    network: {
      input: [1],
      layers: [
        { name: 'hidden', kind: 'dense', units: 1, activation, from: ['input'] },
        { name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['hidden'] },
      ],
    },
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0,
    parameters: Float64Array.of(w, b, 1, 0),
    batch: { N: 1, inputs: Float64Array.of(x), targets: Float64Array.of(t) },
  };
}

const at = (errors: readonly number[], exponent: number): number =>
  errors[sweepSteps.findIndex((r) => Math.abs(Math.log10(r) - exponent) < 1e-9)];

describe('E = ½(sin(wx + b) − t)²: every derivative is known', () => {
  const [w, b, x, t] = [0.4, -0.1, 1.3, 0.9];
  const a = w * x + b;
  // With s = a: E = ½ sin² − t sin + …; derivatives of f(a) = ½ sin²a − t sin a.
  const second = Math.cos(2 * a) + t * Math.sin(a);
  const third = -2 * Math.sin(2 * a) + t * Math.cos(a);
  const fourth = -4 * Math.cos(2 * a) - t * Math.sin(a);
  const sweep = entrySweep(oneUnit('sin', w, b, x, t), 0, 1);

  test('the entry ∂²E/∂w∂b is x f″', () => {
    expect(Math.abs(sweep.value / (x * second) - 1)).toBeLessThan(1e-14);
  });

  // Leading terms of Taylor's series at ε = 10⁻²: the next are ε or ε² of them.
  test('truncation is Taylor’s: ε/2 f‴, ε²/6 f⁗, ε²/6 (1 + x²) f⁗', () => {
    expect(at(sweep.oneSided, -2) / Math.abs((1e-2 / 2) * (third / second))).toBeCloseTo(1, 1);
    expect(at(sweep.central, -2) / Math.abs((1e-4 / 6) * (fourth / second))).toBeCloseTo(1, 3);
    const fourPoint = (1e-4 / 6) * (1 + x * x) * (fourth / second);
    expect(at(sweep.fourPoint, -2) / Math.abs(fourPoint)).toBeCloseTo(1, 3);
  });

  test('on the diagonal the four points are three: ε²/3 f⁗', () => {
    const diagonal = entrySweep(oneUnit('sin', w, b, x, t), 1, 1);
    expect(at(diagonal.fourPoint, -2) / Math.abs((1e-4 / 3) * (fourth / second))).toBeCloseTo(1, 3);
  });

  // ε of E or of ∇E over the step: a few times 2⁻⁵³, and hardly ever a hundredth of it at nine steps in a row.
  test('cancellation is rounding over the step, and over its square', () => {
    const worst = (errors: readonly number[], from: number, power: number): number =>
      Math.max(...sweepSteps.map((r, q) => (Math.log10(r) < from ? errors[q] * r ** power : 0)));
    for (const size of [
      worst(sweep.oneSided, -9, 1),
      worst(sweep.central, -9, 1),
      worst(sweep.fourPoint, -6, 2),
    ]) {
      expect(size).toBeGreaterThan(1e-18);
      expect(size).toBeLessThan(1e-15);
    }
  });
});

test('on a quadratic no difference truncates: only rounding is left', () => {
  const network: Problem['network'] = {
    input: [2],
    layers: [{ name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['input'] }],
  };
  const problem: Problem = {
    network,
    loss: { kind: 'sum-of-squares', reduction: 'mean' },
    weightDecay: 0.1,
    parameters: gaussians(1, 3),
    batch: { N: 5, inputs: gaussians(2, 10), targets: gaussians(3, 5) },
  };
  for (const sweep of [entrySweep(problem, 0, 1), rSweep(problem, Float64Array.of(0.6, 0, 0.8))]) {
    // At r = 0.1, ε/r² = 2e-14 of E beside H of order 1.
    for (const curve of Object.keys(sweepSlopes) as (keyof typeof sweepSlopes)[])
      expect(sweep[curve][0], curve).toBeLessThan(1e-12);
  }
});

describe('what is zero', () => {
  // a = −0.6: the unit is off, so E does not depend on w and b at all until a step carries it across the kink.
  const off = oneUnit('relu', -0.5, -0.1, 1, 0.5);

  test('errors of an entry that is 0 are absolute, and a large step crosses the kink', () => {
    const near = oneUnit('relu', 0.05, -0.1, 1, 0.5); // a = −0.05
    const sweep = entrySweep(near, 0, 0);
    expect(sweep.sizes.central).toBe(0);
    // One-sided at ε = 0.1: a = 0.05, g = (0.05 − 0.5)·1, over 0.1.
    expect(at(sweep.oneSided, -1)).toBeCloseTo(4.5, 12);
    expect(at(sweep.oneSided, -2)).toBe(0);
    expect(at(sweep.central, -2)).toBe(0);
  });

  test('so are those of a product that is 0', () => {
    const sweep = rSweep(off, Float64Array.of(0.6, 0.8, 0, 0));
    expect(sweep.sizes).toEqual({ oneSided: 0, central: 0, fourPoint: 0 });
    expect(sweep.central.every((error) => error === 0)).toBe(true);
  });

  test('and of vᵀHv alone where H turns v by a right angle', () => {
    // E = ½(u(w + b) + c − t)² at u = 1, c = 0: H is 1 everywhere, and the residual ½ adds ½ to ∂²/∂u∂(w, b).
    const residual = oneUnit('identity', 1, 0, 1, 0.5);
    expect(Array.from(exactByRColumns(residual).subarray(0, 4))).toEqual([1, 1, 1.5, 1]);
    // Hv = (−3, −3, −8, −4)/2 for v = (−2, −2, 1, 1): vᵀHv = 3 + 3 − 4 − 2.
    const v = Float64Array.of(-2, -2, 1, 1).map((entry) => entry / Math.sqrt(10));
    const { sizes } = rSweep(residual, v);
    expect(sizes.fourPoint).toBe(0);
    expect(sizes.central).toBeGreaterThan(0.1);
  });
});

test('chosen steps are those of the whole sweep', () => {
  const problem = oneUnit('sin', 0.4, -0.1, 1.3, 0.9);
  const v = Float64Array.of(0.5, 0.5, 0.5, 0.5);
  const some = sweepSteps.slice(7, 11);
  expect(rSweep(problem, v, some).central).toEqual(rSweep(problem, v).central.slice(7, 11));
  expect(entrySweep(problem, 0, 2, some).fourPoint).toEqual(entrySweep(problem, 0, 2).fourPoint.slice(7, 11));
});

test('R{·} is off by rounding alone, and its error is seen where there is one', () => {
  const network: Problem['network'] = {
    input: [3],
    layers: [
      { name: 'hidden', kind: 'dense', units: 6, activation: 'tanh', from: ['input'] },
      { name: 'output', kind: 'dense', units: 2, activation: 'identity', from: ['hidden', 'input'] },
    ],
  };
  const { W } = topologyOf(network);
  const problem: Problem = {
    network,
    loss: { kind: 'cauchy', reduction: 'sum' },
    weightDecay: 0.01,
    parameters: gaussians(5, W),
    batch: { N: 20, inputs: gaussians(6, 60), targets: gaussians(7, 40) },
  };
  const workspace = createWorkspace(problem);
  // Sums of twenty patterns and some forty weights in two orders.
  expect(ownErrorOfProduct(workspace, gaussians(8, W))).toBeLessThan(2e-15);
  const H = exactByRColumns(problem);
  expect(ownErrorOfEntry(workspace, 3, 3, H[3 * (W + 1)])).toBeLessThan(5e-15);
  expect(ownErrorOfEntry(workspace, 3, 3, H[3 * (W + 1)] * (1 + 1e-6))).toBeCloseTo(1e-6, 10);
});
