import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frobenius, relativeDifference } from '../curvature/compare.ts';
import { type MatrixId, matrixOf } from '../curvature/index.ts';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { batchOf } from '../data/batch.ts';
import { predict } from '../network/predict.ts';
import { groupsOf } from '../network/groups.ts';
import { type Topology, topologyOf } from '../network/topology.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { extremeEigenvalues } from '../spectrum/extremes.ts';
import { stepOf } from '../uses/optimisers/steps.ts';
import type { Experiment } from './document.ts';
import type { Problem } from './problem.ts';
import { parseExperiment } from './validate.ts';

const FOLDER = new URL('../../public/examples/', import.meta.url);

interface ExampleFile {
  readonly title: string;
  readonly question: string;
  readonly experiment: unknown;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
const fileOf = (name: string) => readJson(`${name}.json`) as ExampleFile;

const problemOf = ({ network, loss, weightDecay, data, parameters }: Experiment): Problem => ({
  network,
  loss,
  weightDecay,
  parameters: Float64Array.from(parameters),
  batch: batchOf(data),
});

/** What the claims speak about, at the weights of an experiment. */
function factsOf(experiment: Experiment) {
  const workspace = createWorkspace(problemOf(experiment));
  const topology = topologyOf(experiment.network);
  const { W } = topology;
  const matrix = (id: MatrixId) => matrixOf(id).compute(workspace);
  const H = matrix('exact').values;
  const R = matrix('residual').values;
  return {
    topology,
    W,
    H,
    R,
    matrix,
    /** ‖A − H‖ / ‖H‖ */
    off: (id: MatrixId) => relativeDifference(matrix(id), H, W),
    /** ‖R‖ / ‖H‖ */
    residualShare: frobenius(matrix('residual')) / frobenius(matrix('exact')),
    smallest: (id: MatrixId) => extremeEigenvalues(matrix(id), W).smallest,
    diagonalOff: () => {
      const d = matrix('diagonal').values;
      const h = d.map((_, q) => H[q * W + q]);
      return Math.hypot(...d.map((entry, q) => entry - h[q])) / Math.hypot(...h);
    },
    /** Largest |R| of the block of two layers. */
    residualBlock: (rows: number, columns: number) =>
      largest(block(R, W, indicesOf(topology, rows), indicesOf(topology, columns))),
    /** A matrix's block of one layer. */
    blockOf: (values: Float64Array, layer: number) =>
      block(values, W, indicesOf(topology, layer), indicesOf(topology, layer)),
  };
}

/** The parameters of a layer. */
const indicesOf = ({ layers }: Topology, layer: number): readonly number[] => {
  const { weights, biases, rows } = layers[layer];
  return Array.from({ length: biases + rows - weights }, (_, q) => weights + q);
};

/** The parameters of one channel or unit of a layer. */
const groupIndices = (topology: Topology, layer: number, row: number): readonly number[] => {
  const groups = groupsOf(topology).filter((group) => group.layer === layer);
  const { weights, fanIn, bias } = groups[row];
  return [...Array.from({ length: fanIn }, (_, i) => weights + i), bias];
};

const block = (values: Float64Array, W: number, rows: readonly number[], columns: readonly number[]) =>
  Float64Array.from(rows.flatMap((p) => columns.map((q) => values[p * W + q])));

const largest = (values: Float64Array): number =>
  values.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

function trained(experiment: Experiment, steps: number): Experiment {
  const problem = problemOf(experiment);
  const { damping } = experiment.training;
  const error = errorAndGradient(problem).error;
  let state = { parameters: problem.parameters, error, damping };
  for (let k = 0; k < steps; k++) {
    const outcome = stepOf('levenberg-marquardt')(problem, state, { learningRate: 1 });
    if (outcome.status !== 'running') break;
    state = outcome.state;
  }
  return { ...experiment, parameters: Array.from(state.parameters) };
}

type Claim = (experiment: Experiment) => void;

/** What each example says, as numbers. */
const claims: Readonly<Record<string, Claim>> = {
  'train-and-watch': (experiment) => {
    expect(factsOf(experiment).off('outer-product')).toBeGreaterThan(0.15);
    expect(factsOf(trained(experiment, 60)).off('outer-product')).toBeLessThan(0.01);
  },
  'near-a-minimum': (experiment) => {
    const { start } = experiment.training;
    if (start === undefined) throw new Error('the example has no start');
    expect(factsOf({ ...experiment, parameters: start }).off('outer-product')).toBeGreaterThan(0.5);
    expect(factsOf(experiment).off('outer-product')).toBeLessThan(1e-3);
  },
  misspecified: (experiment) => {
    const { off, smallest } = factsOf(experiment);
    expect(smallest('exact')).toBeGreaterThan(0); // a minimum
    expect(off('outer-product')).toBeGreaterThan(0.1);
  },
  'diagonal-exact': (experiment) => {
    expect(factsOf(experiment).diagonalOff()).toBeLessThan(1e-14);
    expect(factsOf(experiment).residualShare).toBeGreaterThan(0.1);
  },
  'diagonal-softmax': (experiment) => {
    expect(factsOf(experiment).diagonalOff()).toBeGreaterThan(0.1);
  },
  indefinite: (experiment) => {
    const { smallest, W, H } = factsOf(experiment);
    expect(smallest('exact')).toBeLessThan(-1);
    expect(smallest('gauss-newton')).toBeGreaterThan(-1e-14 * W * frobenius({ form: 'dense', values: H }));
  },
  'skip-connections': (experiment) => {
    const { R, W, residualShare } = factsOf(experiment);
    const row = experiment.view.parameter ?? -1;
    expect(residualShare).toBeGreaterThan(0.1);
    for (let q = 0; q < W; q++) expect(R[row * W + q]).toBe(0);
    expect(R.some((entry, at) => Math.floor(at / W) === row - 1 && entry !== 0)).toBe(true);
  },
  'residual-connection': (experiment) => {
    const { H, blockOf } = factsOf(experiment);
    expect(largest(blockOf(H, 0))).toBeGreaterThan(0.1);
    const { network } = experiment;
    const chain = {
      ...network,
      layers: network.layers.flatMap((layer) =>
        layer.kind === 'add' ? [] : [layer.name === 'output' ? { ...layer, from: ['hidden2'] } : layer],
      ),
    };
    const without = factsOf({ ...experiment, network: chain });
    expect(largest(without.blockOf(without.H, 0))).toBe(0);
  },
  convolution: (experiment) => {
    const { R, W, H, topology, residualBlock } = factsOf(experiment);
    const [first, second] = [0, 1].map((channel) => groupIndices(topology, 0, channel));
    // H − G is a difference of entries as large as those of H: 1e-14 of the largest
    const rounding = 1e-14 * largest(H);
    expect(largest(block(R, W, first, first))).toBeGreaterThan(1);
    expect(largest(block(R, W, second, second))).toBeGreaterThan(1);
    expect(largest(block(R, W, first, second))).toBeLessThan(rounding);
    expect(residualBlock(2, 2)).toBeLessThan(rounding);
    expect(topology.layers[0].positions).toBe(16);
  },
  'kfac-shared-weights': (experiment) => {
    const { matrix, blockOf } = factsOf(experiment);
    const [K, G] = [matrix('kfac').values, matrix('gauss-newton').values];
    const off = (layer: number): number => {
      const [k, g] = [blockOf(K, layer), blockOf(G, layer)];
      return Math.hypot(...k.map((entry, at) => entry - g[at])) / Math.hypot(...g);
    };
    // the same products in another order
    expect(off(2)).toBeLessThan(1e-14);
    expect(off(0)).toBeGreaterThan(0.1);
    expect(batchOf(experiment.data).N).toBe(1);
  },
  'linear-model': (experiment) => {
    expect(factsOf(experiment).residualShare).toBe(0);
  },
  'linear-units': (experiment) => {
    const { residualShare, residualBlock } = factsOf(experiment);
    expect(residualShare).toBeGreaterThan(0.1);
    expect(residualBlock(0, 0)).toBe(0);
    expect(residualBlock(1, 1)).toBe(0);
    expect(residualBlock(0, 1)).toBeGreaterThan(1);
  },
  'logistic-squares': (experiment) => {
    const { matrix, H, W, off, smallest } = factsOf(experiment);
    const G = matrix('gauss-newton').values;
    expect(relativeDifference(matrix('outer-product'), G, W)).toBeGreaterThan(0.1);
    expect(off('outer-product')).not.toBeCloseTo(off('gauss-newton'), 2);
    expect(smallest('outer-product')).toBeGreaterThan(-1e-14 * Math.hypot(...H));
  },
  'relu-kinks': (experiment) => {
    const { residualBlock } = factsOf(experiment);
    expect(residualBlock(0, 0)).toBe(0);
    expect(residualBlock(1, 1)).toBe(0);
    expect(residualBlock(0, 1)).toBeGreaterThan(1);
  },
  'spiral-fisher': (experiment) => {
    const { network, parameters, data } = experiment;
    const { N, inputs, targets } = batchOf(data);
    const y = predict(network, Float64Array.from(parameters), inputs);
    for (let n = 0; n < N; n++) {
      const own = targets.subarray(3 * n, 3 * n + 3).indexOf(1);
      expect(y[3 * n + own]).toBeGreaterThan(0.5);
    }
    expect(factsOf(experiment).off('empirical-fisher')).toBeGreaterThan(0.95);
    expect(factsOf(experiment).off('gauss-newton')).toBeLessThan(0.2);
  },
};

const names = readdirSync(FOLDER)
  .filter((file) => file !== 'index.json')
  .map((file) => file.replace('.json', ''));

it('every example is listed, and every listed one has a claim', () => {
  const listed = (readJson('index.json') as string[]).map((file) => file.replace('.json', ''));
  expect([...listed].sort()).toEqual([...names].sort());
  expect(Object.keys(claims).sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(8);
});

describe.each(names)('example %s', (name) => {
  const { title, question, experiment: document } = fileOf(name);
  const experiment = parseExperiment(document);

  it('is a document with a title and a question', () => {
    expect(experiment.title).toBe(title);
    expect(question).toMatch(/\?$/);
  });

  it('shows what its title says', () => {
    claims[name](experiment);
  });

  it('has weights that training from its start leads to, if it was trained', () => {
    const { start, step, curve } = experiment.training;
    if (start === undefined) return expect(step).toBe(0);
    const { error, gradient } = errorAndGradient(problemOf(experiment));
    expect(Math.hypot(...gradient)).toBeLessThan(1e-5);
    expect(error / curve.errors[step]).toBeCloseTo(1, 9);
    const fresh = { ...experiment, parameters: start, training: { ...experiment.training, damping: 0.01 } };
    expect(errorAndGradient(problemOf(fresh)).error / curve.errors[0]).toBeCloseTo(1, 9);
    expect(errorAndGradient(problemOf(trained(fresh, step))).error / error).toBeCloseTo(1, 3);
  });
});
