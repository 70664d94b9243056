import type { Part } from '../network/groups.ts';
import { isDense } from '../network/topology.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { jacobianProductOf } from './patternGradients.ts';
import { pairOperations } from './operations.ts';
import { noteSums } from './patternTables.ts';
import { sumOverPatterns } from './sumOverPatterns.ts';
import { unitPairs } from './unitPairs.ts';
import type { Workspace } from './workspace.ts';

/**
 * `c Σ_n Jᵀ S J + αI` for a seed S [N × K × K] at the output pre-activations, J = ∂a/∂w: the layer-pair
 * products without the terms in h'' and δ (Schraudolph 2002). O(N W²).
 */
export function jacobianProduct(workspace: Workspace, seed: Float64Array, part?: Part): Float64Array {
  const { topology } = workspace;
  if (!isDense(topology)) return jacobianProductOf(workspace, seed, part);
  const values = sumOverPatterns(workspace, part, (tables, ranges) => ({
    b: unitPairs(topology, tables, ranges, seed, false),
    T: null,
  }));
  noteSums(seed);
  return values;
}

/** Gauss–Newton: `G = c Σ_n J_aᵀ B_a J_a`, B_a = ∂²E_n/∂a∂a at the outputs (Schraudolph 2002). */
export const gaussNewton: CurvatureMatrix = {
  label: 'Gauss–Newton',
  symbol: String.raw`J^{\mathsf T}\!BJ`,
  formula: String.raw`G=c\sum_n J_n^{\mathsf T}B_nJ_n,\quad B=\frac{\partial^2E_n}{\partial\mathbf a\,\partial\mathbf a}`,
  cost: 'O(W^2)',
  section: 'Schraudolph 2002',
  whenExact:
    'Exact where the outputs are linear in the weights (no hidden layer); otherwise it drops the part that carries δ.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'gauss-newton', part, () => jacobianProduct(workspace, workspace.seed.M, part)),
  }),
  operations: pairOperations,
};
