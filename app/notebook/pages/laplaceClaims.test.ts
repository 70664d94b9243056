import { inverse, Matrix } from 'ml-matrix';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { studySettings } from '../../../engine/notebook/studies/index.ts';
import { posteriorMatrices } from '../../../engine/notebook/studies/laplace.ts';
import { differenceOfOutputs } from '../../../engine/testing/finiteDifferences.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import type { LaplaceReply } from '../../../workers/protocol/laplace.ts';
import type { Run } from '../../lenses/useWork.ts';
import { setWeightDecay } from '../../state/edits/loss.ts';
import { compareUnits, type UnitPoint } from '../../studies/laplace/compareUnits.ts';
import { barWidths, predictionGrid } from '../../studies/laplace/predictionGrid.ts';
import { estimate, type Estimation } from '../../studies/laplace/reestimate.ts';
import { unitNetworks } from '../../studies/laplace/unitNetworks.ts';
import { bestRow, type UnitRow, unitRows } from '../../studies/laplace/unitRows.ts';
import { laplace } from './laplace.ts';
import { experimentOf, problemOf } from './testing/facts.ts';

const [sine, weak, moons] = [0, 1, 2].map((k) => experimentOf(laplace, k)) as [
  Experiment,
  Experiment,
  Experiment,
];
const { defaults } = studySettings.laplace;
const { beta } = defaults;

const run: Run = (task, argument) => Promise.resolve(engineApi[task](argument as never) as never);

const gridOf = (problem: Problem) => predictionGrid(problem.batch, defaults.reach);

function posteriors(problem: Problem, precision: number, isTrained = true): LaplaceReply {
  return engineApi.laplace({
    problem,
    beta: precision,
    trainMilliseconds: isTrained ? 60_000 : null,
    matrices: posteriorMatrices,
    inputs: gridOf(problem).inputs,
    fresh: null,
  });
}

function modelOf({ models }: LaplaceReply, matrix: (typeof posteriorMatrices)[number]) {
  const model = models[matrix];
  if (model === undefined || 'refused' in model) throw new Error(model?.refused ?? 'no model');
  return model;
}

const estimation = (
  experiment: Experiment,
  precision: number,
  matrix: 'exact' | 'gauss-newton',
): Promise<Estimation> =>
  estimate(run, { problem: problemOf(experiment), beta: precision, matrix, fresh: null, mostRounds: 30 });

describe('error bars', () => {
  const problem = problemOf(sine);
  const reply = posteriors(problem, beta);
  const widths = (matrix: (typeof posteriorMatrices)[number]) => {
    const found = barWidths(gridOf(problem), problem.batch, modelOf(reply, matrix).variance, 0);
    if (found === null) throw new Error('no bars');
    return found;
  };

  test('0.47 among the data, 2.6 beyond; Diagonal and K-FAC stay near 0.55', () => {
    expect(reply.fit.status).toBe('rest');
    expect(widths('gauss-newton').among).toBeCloseTo(0.47, 2);
    expect(widths('gauss-newton').widest).toBeCloseTo(2.6, 1);
    for (const matrix of ['kfac', 'diagonal'] as const) {
      expect(Math.abs(widths(matrix).among - 0.48)).toBeLessThan(0.03);
      expect(Math.abs(widths(matrix).widest - 0.55)).toBeLessThan(0.05);
    }
    // Little difference between Exact and Gauss–Newton among the data, more beyond.
    expect(widths('exact').among / widths('gauss-newton').among).toBeGreaterThan(0.95);
    expect(widths('exact').widest / widths('gauss-newton').widest).toBeLessThan(0.85);
  });

  test('they widen monotonically to the right of the data, and are 1/β + gᵀA⁻¹g of differences and a library', () => {
    const { inputs } = gridOf(problem);
    const { variance } = modelOf(reply, 'gauss-newton');
    const last = Math.max(...problem.batch.inputs);
    const beyond = Array.from(variance).filter((_, n) => (inputs[n] ?? NaN) > last);
    expect(beyond.length).toBeGreaterThan(10);
    for (let n = 1; n < beyond.length; n++) expect(beyond[n] ?? NaN).toBeGreaterThan(beyond[n - 1] ?? NaN);
    const W = problem.parameters.length;
    const trained = { ...problem, parameters: reply.fit.parameters, weightDecay: 0 };
    const H = matrixOf('gauss-newton').compute(createWorkspace(trained)).values;
    const A = Matrix.from1DArray(W, W, H).mul(beta).add(Matrix.eye(W).mul(reply.alpha));
    const N = inputs.length;
    const at = { ...trained, batch: { N, inputs, targets: new Float64Array(N) } };
    const columns = Array.from({ length: W }, (_, q) => {
      const unit = new Float64Array(W);
      unit[q] = 1;
      return [...differenceOfOutputs(at, unit, 'y')];
    });
    const G = new Matrix(columns);
    const expected = G.transpose().mmul(inverse(A)).mmul(G).diag();
    // Richardson's differences are right to 1e-9, and A's condition is 1e4.
    expected.forEach((form, n) => expect((variance[n] ?? NaN) / (form + 1 / beta)).toBeCloseTo(1, 5));
  });

  test('untrained, with Exact five eigenvalues are below zero and there is no posterior', () => {
    const model = posteriors(problem, beta, false).models.exact;
    expect(model).toEqual({ refused: expect.stringMatching(/: 8, 0, 5$/) as string });
  });
});

describe('α and β', () => {
  test('from β = 1, after three rounds β rests at 24.5, γ at 7.7 of 13', async () => {
    const { rounds, ended } = await estimation(sine, 1, 'gauss-newton');
    expect(ended).toBe('at rest');
    expect(rounds).toHaveLength(3);
    expect(rounds.at(-1)?.beta).toBeCloseTo(24.5, 1);
    expect(rounds.at(-1)?.gamma).toBeCloseTo(7.7, 1);
    expect(sine.parameters).toHaveLength(13);
    // PRML 5.178 and 5.180, from what the last round says of itself.
    const last = rounds.at(-1);
    const squares = last?.parameters.reduce((sum, weight) => sum + weight * weight, 0) ?? NaN;
    expect((last?.gamma ?? NaN) / squares / (last?.alpha ?? NaN)).toBeCloseTo(1, 3);
    expect((20 - (last?.gamma ?? NaN)) / (2 * (last?.dataError ?? NaN)) / (last?.beta ?? NaN)).toBeCloseTo(
      1,
      3,
    );
  });

  test('with Exact they end with γ below zero, since the fourth unit is switched off', async () => {
    const { rounds, ended } = await estimation(sine, 1, 'exact');
    expect(ended).toEqual({
      refused: expect.stringContaining('effective parameters are not above zero') as string,
    });
    const w = rounds.at(-1)?.parameters ?? new Float64Array(0);
    // Weights to the units, their biases, weights to the output: 4 each.
    const sizes = [0, 1, 2, 3].map((unit) =>
      Math.hypot(w[unit] ?? NaN, w[4 + unit] ?? NaN, w[8 + unit] ?? NaN),
    );
    expect(sizes.filter((size) => size < 1e-6)).toHaveLength(1);
    expect(sizes.filter((size) => size > 0.5)).toHaveLength(3);
  });
});

describe('hidden units', () => {
  async function rowsOf(
    experiment: Experiment,
    change: Partial<typeof defaults>,
  ): Promise<readonly UnitRow[]> {
    const points: UnitPoint[] = [];
    const settings = { ...defaults, ...change };
    const { networks } = unitNetworks(experiment.network, settings.units);
    await compareUnits(run, experiment, networks, settings, (point) => points.push(point));
    return unitRows(points);
  }
  const evidenceOf = (rows: readonly UnitRow[]): number[] =>
    rows.map(({ best }) => best?.found.logEvidence ?? NaN);
  let kept: readonly UnitRow[] = [];
  beforeAll(async () => {
    kept = await rowsOf(weak, {});
  });

  test('the evidence is largest for two and falls, training error falls on, fresh error ends higher', () => {
    expect(bestRow(kept)?.M).toBe(2);
    const evidence = evidenceOf(kept).slice(1);
    for (let k = 1; k < evidence.length; k++) expect(evidence[k] ?? NaN).toBeLessThan(evidence[k - 1] ?? NaN);
    const errors = kept.map(({ best }) => best?.found.dataError ?? NaN);
    for (let k = 1; k < errors.length; k++) expect(errors[k] ?? NaN).toBeLessThan(errors[k - 1] ?? NaN);
    const fresh = kept.map(({ best }) => best?.found.freshError ?? NaN);
    expect(fresh.at(-1)).toBeGreaterThan(fresh[1] ?? NaN);
  });

  test('re-estimated, three are best and more do no harm', async () => {
    const rows = await rowsOf(weak, { hyperparameters: 'estimated', seeds: 2 });
    expect(bestRow(rows)?.M).toBe(3);
    const [third = NaN, ...more] = evidenceOf(rows).slice(2);
    for (const evidence of more) expect(Math.abs(evidence - third)).toBeLessThan(0.02);
  });

  test('with Exact, decay 0.01 and α kept it rises to the last unit, though all predict the same', async () => {
    const rows = await rowsOf(setWeightDecay(0.01)(weak), { matrix: 'exact', seeds: 2 });
    const evidence = evidenceOf(rows);
    for (let k = 1; k < evidence.length; k++)
      expect(evidence[k] ?? NaN).toBeGreaterThan(evidence[k - 1] ?? NaN);
    expect(bestRow(rows)?.M).toBe(8);
    const fresh = rows.slice(2).map(({ best }) => best?.found.freshError ?? NaN);
    expect(Math.max(...fresh) / Math.min(...fresh)).toBeLessThan(1.0001);
  });
});

describe('classes', () => {
  const problem = problemOf(moons);
  const reply = posteriors(problem, 1);
  const { moderated } = modelOf(reply, 'gauss-newton');

  test('plain outputs are certain to more than 0.999, moderated ones stay between 0.07 and 0.93', () => {
    expect(Math.max(...reply.y)).toBeGreaterThan(0.999);
    expect(Math.min(...reply.y)).toBeLessThan(0.001);
    expect(Math.max(...moderated)).toBeLessThan(0.93);
    expect(Math.min(...moderated)).toBeGreaterThan(0.07);
  });

  test('the more probable class is the same everywhere', () => {
    moderated.forEach((p, n) => expect(p > 0.5).toBe((reply.y[n] ?? NaN) > 0.5));
  });

  test('re-estimating α lowers the evidence, from −13.9 to −15.8', async () => {
    const { rounds, ended } = await estimation(moons, 1, 'gauss-newton');
    expect(ended).toBe('at rest');
    expect(rounds[0]?.logEvidence).toBeCloseTo(-13.9, 1);
    expect(rounds.at(-1)?.logEvidence).toBeCloseTo(-15.8, 1);
  });
});
