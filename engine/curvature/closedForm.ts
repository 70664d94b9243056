import { keep } from './finish.ts';
import { finishMatrix } from './finish.ts';
import type { CurvatureMatrix, Setting } from './matrix.ts';
import type { Workspace } from './workspace.ts';

/** Why PRML 5.93–5.95 do not apply: they are for one hidden layer and no skip-layer connections. */
function whyNot({ network: { layers } }: Setting): string | null {
  if (layers.length !== 2) return `needs one hidden layer, network has ${layers.length - 1}`;
  const other = layers.find(({ kind }) => kind !== 'dense');
  if (other !== undefined) return `needs dense layers, ${other.name} is: ${other.kind}`;
  const [hidden, output] = layers;
  const skip = output.from.find((name) => name !== hidden.name);
  if (skip !== undefined) return `needs an output that reads the hidden layer alone, it reads: ${skip}`;
  return output.from.length === 0 ? 'needs an output that reads the hidden layer, it reads: nothing' : null;
}

/**
 * The two-layer Hessian written out (PRML 5.93–5.95), the bias as an input that is 1; δ and M at the outputs:
 *
 *   both in layer 2:  `z_j z_j' M_kk'`
 *   both in layer 1:  `x_i x_i' { h''(a_j) [j=j'] Σ_k w_kj δ_k + h'(a_j) h'(a_j') Σ_k Σ_k' w_kj w_k'j' M_kk' }`
 *   one in each:      `x_i h'(a_j) { δ_k [j=j'] + z_j' Σ_k' w_k'j M_kk' }`   for w_ji and w_kj'
 *
 * W × W, weight decay included. O(N K² W²): the formula, not the fast path.
 */
function twoLayerHessian(workspace: Workspace): Float64Array {
  const { topology, problem, forward, seed } = workspace;
  const { parameters: w } = problem;
  const { W } = topology;
  const [hidden, output] = topology.layers;
  const [I, J, K] = [hidden.inputs, hidden.units, output.units];
  const H = new Float64Array(W * W);
  const first = (j: number, i: number): number => (i < I ? hidden.weights + j * I + i : hidden.biases + j);
  const second = (k: number, j: number): number => (j < J ? output.weights + k * J + j : output.biases + k);
  for (let n = 0; n < forward.N; n++) {
    const x = (i: number): number => (i < I ? forward.zin[0][n * I + i] : 1);
    const z = (j: number): number => (j < J ? forward.z[0][n * J + j] : 1);
    const h1 = (j: number): number => forward.h1[0][n * J + j];
    const h2 = (j: number): number => forward.h2[0][n * J + j];
    const delta = (k: number): number => seed.delta[n * K + k];
    const M = (k: number, l: number): number => seed.M[(n * K + k) * K + l];
    const sum = (count: number, term: (k: number) => number): number => {
      let total = 0;
      for (let k = 0; k < count; k++) total += term(k);
      return total;
    };
    for (let k = 0; k < K; k++) {
      for (let l = 0; l < K; l++) {
        for (let j = 0; j <= J; j++) {
          for (let m = 0; m <= J; m++) H[second(k, j) * W + second(l, m)] += z(j) * z(m) * M(k, l);
        }
      }
    }
    for (let j = 0; j < J; j++) {
      const e = sum(K, (k) => w[second(k, j)] * delta(k));
      for (let m = 0; m < J; m++) {
        const wMw = sum(K, (k) => sum(K, (l) => w[second(k, j)] * w[second(l, m)] * M(k, l)));
        const both = (j === m ? h2(j) * e : 0) + h1(j) * h1(m) * wMw;
        for (let i = 0; i <= I; i++) {
          for (let p = 0; p <= I; p++) H[first(j, i) * W + first(m, p)] += x(i) * x(p) * both;
        }
      }
      for (let k = 0; k < K; k++) {
        const Mw = sum(K, (l) => w[second(l, j)] * M(k, l));
        for (let m = 0; m <= J; m++) {
          const one = h1(j) * ((j === m ? delta(k) : 0) + z(m) * Mw);
          for (let i = 0; i <= I; i++) {
            H[first(j, i) * W + second(k, m)] += x(i) * one;
            H[second(k, m) * W + first(j, i)] += x(i) * one;
          }
        }
      }
    }
  }
  return finishMatrix(workspace, H, 'dense');
}

/** The exact Hessian of a two-layer network by its closed form, as a matrix of the list. */
export const closedForm: CurvatureMatrix = {
  label: 'Two-layer closed form',
  symbol: 'H_{5.93}',
  formula: String.raw`z_jz_{j'}M_{kk'}\qquad x_ih'(a_j)\big\{\delta_k[j{=}j']+z_{j'}\textstyle\sum_{k'}w_{k'j}M_{kk'}\big\}\qquad x_ix_{i'}\big\{h''(a_j)[j{=}j']\sum_kw_{kj}\delta_k+h'(a_j)h'(a_{j'})\sum_k\sum_{k'}w_{kj}w_{k'j'}M_{kk'}\big\}`,
  cost: 'O(W^2)',
  section: 'PRML 5.93–5.95',
  whenExact: 'The Hessian itself, for one hidden layer without skip connections.',
  group: 'check',
  form: 'dense',
  role: 'exact',
  unavailable: whyNot,
  compute: (workspace) => ({
    form: 'dense',
    values: keep(workspace, 'closed-form', undefined, () => twoLayerHessian(workspace)),
  }),
  operations: ({ topology, problem }) =>
    4 * topology.W ** 2 * problem.batch.N +
    4 * (topology.outputUnits * topology.layers[0].units) ** 2 * problem.batch.N,
};
