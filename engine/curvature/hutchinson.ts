import { DEFAULT_ESTIMATION } from '../experiment/problem.ts';
import { rProducts } from '../products/hessianVector.ts';
import { signVectors } from '../spectrum/probes.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { rProductOperations } from './passOperations.ts';
import type { Workspace } from './workspace.ts';

/** Probes that are carried through the layers side by side. */
const TOGETHER = 16;

/**
 * Mean of `v ∘ Hv` over S Rademacher probes, [W], an unbiased estimate of diag H, and its standard error for each
 * entry, √(Σ (v∘Hv − mean)² / S(S − 1)), NaN for a single probe (Bekas et al. 2007). O(S N W).
 */
export const hutchinsonEstimate = (
  workspace: Workspace,
): { readonly mean: Float64Array; readonly standardError: Float64Array } =>
  workspace.once('hutchinson', () => {
    const { W } = workspace.topology;
    const { samples, seed } = workspace.problem.estimation ?? DEFAULT_ESTIMATION;
    const V = signVectors(W, samples, seed);
    const mean = new Float64Array(W);
    const squares = new Float64Array(W);
    let count = 0;
    for (let first = 0; first < samples; first += TOGETHER) {
      const some = V.slice(first, first + TOGETHER);
      rProducts(workspace, some).forEach((Hv, d) => {
        count += 1;
        for (let q = 0; q < W; q++) {
          const value = some[d][q] * Hv[q];
          const step = value - mean[q];
          // Welford's update: no cancellation between sums of squares.
          mean[q] += step / count;
          squares[q] += step * (value - mean[q]);
        }
      });
    }
    return { mean, standardError: squares.map((sum) => Math.sqrt(sum / (samples * (samples - 1)))) };
  });

/** The diagonal of H from random probes, as a matrix of the list. */
export const hutchinsonDiagonal: CurvatureMatrix = {
  label: 'Hutchinson diagonal',
  symbol: String.raw`\widehat{\operatorname{diag}}`,
  formula: String.raw`\frac1S\sum_s \mathbf v_s\circ H\mathbf v_s,\quad v_{si}=\pm1`,
  cost: 'O(S\\,W)',
  section: 'Bekas et al. 2007',
  whenExact:
    'Right on average: its error falls like 1/√S and comes from the entries beside the diagonal. Exact where H is diagonal.',
  group: 'estimate',
  form: 'diagonal',
  role: 'approximation',
  draws: ['seed', 'samples'],
  compute: (workspace) => ({ form: 'diagonal', values: hutchinsonEstimate(workspace).mean }),
  operations: (workspace) =>
    rProductOperations(workspace) * (workspace.problem.estimation ?? DEFAULT_ESTIMATION).samples,
};
