import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { exact } from '../../engine/curvature/exact.ts';
import { moons } from '../../engine/data/moons.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorAndGradient } from '../../engine/products/ofProblem.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { retrain as retrainAtOnce } from '../../engine/uses/influence/retrain.ts';
import { minimise } from '../../engine/uses/minimise.ts';
import { influence, minimum, retrain } from './influence.ts';

const layer = (name: string, units: number, from: string, activation: 'tanh' | 'logistic') =>
  ({ name, kind: 'dense', units, activation, from: [from] }) as const;

const start: Problem = {
  network: { input: [2], layers: [layer('hidden', 3, 'input', 'tanh'), layer('y', 1, 'hidden', 'logistic')] },
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  weightDecay: 0.2,
  parameters: Float64Array.from({ length: 13 }, (_, q) => Math.sin(5 * q + 2)),
  batch: moons.draw(60, 0.2, 3),
};
const edit = { kind: 'remove', n: 5 } as const;
const grid = Float64Array.from([0, 0, 1, -0.5]);
const MOST_CALLS = 100;
/** A single step. */
const SHORT = { steps: 200, budgetMilliseconds: 0 } as const;
const ASK = { edit, grid, matrix: 'exact', damping: 0 } as const;

describe('training to rest', () => {
  test('in short calls ends where one long one does', () => {
    const whole = minimise(start);
    let found = minimum({ problem: start, ...SHORT, from: null });
    let calls = 1;
    for (; !found.descent.over && calls < MOST_CALLS; calls++)
      found = minimum({ problem: start, ...SHORT, from: found.descent });
    // one step each, and some that only see that there is none
    expect(calls).toBeGreaterThanOrEqual(whole.steps);
    expect({ ...found, descent: undefined }).toEqual({ ...whole, descent: undefined });
    const { parameters } = found;
    expect(Math.hypot(...errorAndGradient({ ...start, parameters }).gradient)).toBeLessThan(1e-9);
  });

  test('of an edit in short calls ends where one long one does, and says how far it is', () => {
    const ask = { problem: start, edit, grid };
    const first = retrain({ ...ask, ...SHORT, from: null });
    expect(first).toMatchObject({ status: 'steps', steps: 1 });
    let found = first;
    for (let call = 1; !found.descent.over && call < MOST_CALLS; call++)
      found = retrain({ ...ask, ...SHORT, from: found.descent });
    const { minimum: end, dw, error, patternError } = retrainAtOnce(start, edit, SHORT.steps);
    expect(found).toMatchObject({ dw, error, patternError, status: 'rest', steps: end.steps });
    expect(end.steps).toBeGreaterThan(3);
  });

  test('takes no more steps than it may, whatever the calls', () => {
    const few = { problem: start, steps: 2, budgetMilliseconds: 0 };
    let found = minimum({ ...few, from: null });
    for (let call = 1; !found.descent.over && call < MOST_CALLS; call++)
      found = minimum({ ...few, from: found.descent });
    expect(found).toMatchObject({ status: 'steps', parameters: minimise(start, 2).parameters });
  });
});

describe('influence', () => {
  const { parameters } = minimise(start);
  const trained = { ...start, parameters };

  test('at a minimum nothing is left to gain; near it, ½ gᵀH⁻¹g by a library’s solver', () => {
    expect(influence({ ...ASK, problem: trained }).decrement).toBeLessThan(1e-18);
    const near = { ...trained, parameters: parameters.map((weight, q) => weight + 0.01 * Math.cos(q)) };
    const { gradient } = errorAndGradient(near);
    const H = Matrix.from1DArray(13, 13, exact.compute(createWorkspace(near)).values);
    const d = solve(H, Matrix.columnVector(gradient)).to1DArray();
    const gain = 0.5 * d.reduce((sum, entry, q) => sum + entry * (gradient[q] ?? NaN), 0);
    expectClose('gain', [influence({ ...ASK, problem: near }).decrement], [gain], 1e-10);
  });

  test('what is shown are outputs with the changed weights, at the pattern and on the grid', () => {
    const { predicted, outputs, y } = influence({ ...ASK, problem: trained });
    const truth = retrain({
      problem: trained,
      edit,
      grid,
      ...SHORT,
      budgetMilliseconds: Infinity,
      from: null,
    });
    expect(truth.status).toBe('rest');
    // the pattern's own error from its output alone: −ln of the probability of its class
    const own = (output: Float64Array | undefined): number => {
      const probability = output?.[0] ?? NaN;
      return -Math.log(trained.batch.targets[5] === 1 ? probability : 1 - probability);
    };
    expectClose('rise', [truth.patternError], [own(truth.y) - own(y)], 1e-9, 1);
    expect(outputs).toHaveLength(2);
    expect(predicted?.outputs).toHaveLength(2);
    const towards = (output: Float64Array | undefined): number => (output?.[0] ?? NaN) - (y[0] ?? NaN);
    expect(Math.sign(towards(predicted?.y))).toBe(Math.sign(towards(truth.y)));
  });

  test('an indefinite H is refused with its reason, Gauss–Newton is not', () => {
    const wrong = {
      ...start,
      weightDecay: 0,
      batch: { ...start.batch, targets: start.batch.targets.map((t) => 1 - t) },
    };
    const { refused, predicted, patternErrors, decrement } = influence({ ...ASK, problem: wrong });
    expect(refused).toMatch(/^H is not positive definite/);
    expect([predicted, patternErrors]).toEqual([null, null]);
    expect(decrement).toBeNaN();
    expect(influence({ ...ASK, problem: wrong, matrix: 'gauss-newton', damping: 0.1 }).refused).toBeNull();
  });
});
