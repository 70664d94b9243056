import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { moons } from '../../data/moons.ts';
import type { Problem } from '../../experiment/problem.ts';
import { predict } from '../../network/predict.ts';
import { errorAndGradient } from '../../products/ofProblem.ts';
import { expectClose } from '../../testing/close.ts';
import { randomProblem } from '../../testing/randomProblem.ts';
import { minimise } from '../minimise.ts';
import { type DataEdit, editedProblem } from './dataEdit.ts';
import { influenceModel, newtonChange, outputChange, predictedChange, removals } from './influence.ts';
import { retrain } from './retrain.ts';

/** Ridge regression: E is quadratic. */
const ridge = randomProblem({
  hiddenLayers: { min: 0, max: 0 },
  losses: ['sum-of-squares'],
  outputs: ['identity'],
  patterns: { min: 4, max: 12 },
}).map((problem): Problem => ({ ...problem, weightDecay: 0.2 }));

const trained = (problem: Problem): Problem => ({ ...problem, parameters: minimise(problem).parameters });

/** The edit of a drawn problem: removal, or a move by half a unit or so. */
const editOf = ({ batch, network }: Problem, which: number, move: boolean): DataEdit => {
  const n = which % batch.N;
  if (!move) return { kind: 'remove', n };
  const D = network.input[0];
  const K = batch.targets.length / batch.N;
  const input = Array.from(batch.inputs.subarray(n * D, (n + 1) * D), (x) => x + 0.5);
  return {
    kind: 'move',
    n,
    input,
    target: Array.from(batch.targets.subarray(n * K, (n + 1) * K), (t) => t - 0.3),
  };
};

/** Weights of ridge regression from the normal equations `(c ΦᵀΦ + αI) w = c Φᵀt`, c and the rows given. */
function normalEquations({ batch, network, weightDecay }: Problem, c: number): Float64Array {
  const { N, inputs, targets } = batch;
  const D = network.input[0];
  const K = targets.length / N;
  const Phi = new Matrix(Array.from({ length: N }, (_, n) => [...inputs.subarray(n * D, (n + 1) * D), 1]));
  const A = Phi.transpose()
    .mmul(Phi)
    .mul(c)
    .add(Matrix.eye(D + 1).mul(weightDecay));
  const T = new Matrix(Array.from({ length: N }, (_, n) => [...targets.subarray(n * K, (n + 1) * K)]));
  const V = solve(A, Phi.transpose().mmul(T).mul(c));
  const w = new Float64Array(K * (D + 1));
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < D; i++) w[k * D + i] = V.get(i, k);
    w[K * D + k] = V.get(D, k);
  }
  return w;
}

// Minima are right to rounding; H with eigenvalues from 0.2 to a hundred loses three digits.
const ROUNDED = 1e-9;

describe('ridge regression', () => {
  test('a Newton step and retraining are both what the normal equations of the edited data give', () => {
    fc.assert(
      fc.property(ridge, fc.nat(), fc.boolean(), (drawn, which, move) => {
        const problem = trained(drawn);
        const edit = editOf(problem, which, move);
        const c = problem.loss.reduction === 'mean' ? 1 / problem.batch.N : 1;
        const { batch } = editedProblem(problem, edit).problem;
        const edited = { ...problem, batch };
        const dw = normalEquations(edited, c).map((weight, q) => weight - problem.parameters[q]);
        const [newton, truth] = [newtonChange(problem, edit), retrain(problem, edit)];
        expectClose('Newton', newton.dw, dw, ROUNDED, 1);
        expectClose('retrained', truth.dw, dw, ROUNDED, 1);
        expectClose('error', [newton.error], [truth.error], ROUNDED, 1);
        expect(truth.minimum.status).toBe('rest');
      }),
      { numRuns: 150 },
    );
  });

  test('influence is exact to 1/N²: the truth is its multiple by Sherman and Morrison', () => {
    // One output: H' = H − c b bᵀ, so δw = H⁻¹c∇E_n / (1 − c bᵀH⁻¹b), and c bᵀH⁻¹b = O(1/N) is what is left out.
    fc.assert(
      fc.property(ridge, fc.nat(), (drawn, which) => {
        const problem = trained(drawn);
        const { N, targets, inputs } = problem.batch;
        if (targets.length !== N) return;
        const edit: DataEdit = { kind: 'remove', n: which % N };
        const model = influenceModel(problem);
        const { dw, patternError, error } = predictedChange(model, edit);
        // ∇E_n = (y − t) b: with it the leverage c bᵀH⁻¹b = patternError / (y − t)².
        const D = problem.network.input[0];
        const x = inputs.subarray(edit.n * D, (edit.n + 1) * D);
        const residual = predict(problem.network, problem.parameters, x)[0] - targets[edit.n];
        const leverage = patternError / residual ** 2;
        const truth = retrain(problem, edit);
        expectClose(
          'δw',
          dw.map((entry) => entry / (1 - leverage)),
          truth.dw,
          1e-7,
          1e-2,
        );
        expect(patternError).toBeGreaterThanOrEqual(0);
        const c = problem.loss.reduction === 'mean' ? 1 / N : 1;
        const rest = (-0.5 * c * residual ** 2) / (1 - leverage);
        expectClose('E', [truth.error], [rest], 1e-8, 1);
        expectClose('E', [error], [-0.5 * c * residual ** 2 * (1 + leverage)], 1e-9, 1);
      }),
      { numRuns: 150 },
    );
  });

  test('outputs change by J δw, which for a linear network is all', () => {
    fc.assert(
      fc.property(ridge, fc.nat(), (drawn, which) => {
        const problem = trained(drawn);
        const { dw } = retrain(problem, editOf(problem, which, true));
        const { inputs } = problem.batch;
        const parameters = problem.parameters.map((weight, q) => weight + dw[q]);
        const before = predict(problem.network, problem.parameters, inputs);
        const after = predict(problem.network, parameters, inputs);
        expectClose(
          'δy',
          outputChange(problem, dw, inputs),
          after.map((y, at) => y - before[at]),
          1e-11,
          1,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('any network', () => {
  test('the edited problem is E less c E_n, or with the pattern in its new place', () => {
    const everyKind = randomProblem({ losses: ['sum-of-squares'], patterns: { min: 2, max: 7 } });
    fc.assert(
      fc.property(everyKind, fc.nat(), fc.boolean(), (problem, which, move) => {
        const edit = editOf(problem, which, move);
        const { problem: edited, scale } = editedProblem(problem, edit);
        const { N } = problem.batch;
        const single = (of: Problem, n: number): number => {
          const D = of.network.input[0];
          const K = of.batch.targets.length / of.batch.N;
          const inputs = of.batch.inputs.slice(n * D, (n + 1) * D);
          const targets = of.batch.targets.slice(n * K, (n + 1) * K);
          return errorAndGradient({ ...of, weightDecay: 0, batch: { N: 1, inputs, targets } }).error;
        };
        const c = problem.loss.reduction === 'mean' ? 1 / N : 1;
        const added = move ? single(edited, edit.n) : 0;
        const expected = errorAndGradient(problem).error + c * (added - single(problem, edit.n));
        expectClose('E', [scale * errorAndGradient(edited).error], [expected], 1e-12, 1);
      }),
      { numRuns: 100 },
    );
  });

  const layer = (name: string, units: number, from: string, activation: 'tanh' | 'logistic') =>
    ({ name, kind: 'dense', units, activation, from: [from] }) as const;
  const problem = trained({
    network: {
      input: [2],
      layers: [layer('hidden', 3, 'input', 'tanh'), layer('y', 1, 'hidden', 'logistic')],
    },
    loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
    weightDecay: 0.2,
    parameters: Float64Array.from({ length: 13 }, (_, q) => Math.sin(5 * q + 2)),
    batch: moons.draw(120, 0.16, 3),
  });

  test('of a curved network the prediction is closer the smaller the move: off by its square', () => {
    const model = influenceModel(problem);
    expect(model.gradientNorm).toBeLessThan(1e-9);
    const off = [0.2, 0.02].map((size) => {
      const [x1, x2] = problem.batch.inputs.subarray(10, 12);
      const edit: DataEdit = {
        kind: 'move',
        n: 5,
        input: [x1 + size, x2 - size],
        target: [problem.batch.targets[5]],
      };
      const truth = retrain(problem, edit);
      const { dw, error } = predictedChange(model, edit);
      expect(Math.abs(error - truth.error)).toBeLessThan(0.1 * Math.abs(truth.error));
      return Math.max(...dw.map((entry, q) => Math.abs(entry - truth.dw[q])));
    });
    // A tenth of the move: a hundredth of the difference; within a factor of four for the next order.
    expect(off[0] / off[1]).toBeGreaterThan(25);
    expect(off[0] / off[1]).toBeLessThan(400);
  });

  test('all removals at once are the single ones, and rank patterns as retraining does at the top', () => {
    const model = influenceModel(problem);
    const { lengths, patternErrors } = removals(model);
    const top = patternErrors.indexOf(Math.max(...patternErrors));
    for (const n of [0, 50, top]) {
      const { dw, patternError } = predictedChange(model, { kind: 'remove', n });
      expectClose('own', [patternErrors[n]], [patternError], 1e-10);
      expectClose('length', [lengths[n]], [Math.hypot(...dw)], 1e-10);
    }
    const truth = (n: number): number => retrain(problem, { kind: 'remove', n }).patternError;
    expect(truth(top)).toBeGreaterThan(truth(0));
    expect(truth(top)).toBeGreaterThan(patternErrors[top]);
  });

  test('what cannot be predicted is refused with the reason', () => {
    expect(() => predictedChange(influenceModel(problem), { kind: 'remove', n: 120 })).toThrow(
      'pattern index out of range: 120',
    );
    const one = { ...problem, batch: moons.draw(1, 0, 1) };
    expect(() => editedProblem(one, { kind: 'remove', n: 0 })).toThrow(
      'nothing is left without the pattern, data has patterns: 1',
    );
    const targets = problem.batch.targets.map((t) => 1 - t);
    const start = { ...problem, weightDecay: 0, batch: { ...problem.batch, targets } };
    expect(() => influenceModel(start)).toThrow(
      /^H is not positive definite, eigenvalues above, at and below zero: \d+, \d+, \d+$/,
    );
    expect(influenceModel(start, 'gauss-newton', 0.1).gradientNorm).toBeGreaterThan(1);
  });
});
