import { ownedRows } from '../network/ownedRows.ts';
import { errorsAt } from '../products/errorsAt.ts';
import type { Part } from '../network/groups.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { errorOperations } from './passOperations.ts';
import { wholeOrShare } from './share.ts';
import type { Workspace } from './workspace.ts';

/** ε_i: at ε^(1/4) of the weight's size, or of 1, truncation O(ε²) and cancellation O(2⁻⁵²/ε²) are about equal. */
export const fourPointSteps = (w: Float64Array): Float64Array =>
  w.map((weight) => Number.EPSILON ** (1 / 4) * Math.max(1, Math.abs(weight)));

/**
 * H by four evaluations of E for each pair of weights (PRML 5.90):
 * `{E(+ε_i,+ε_j) − E(+ε_i,−ε_j) − E(−ε_i,+ε_j) + E(−ε_i,−ε_j)} / 4 ε_i ε_j`; weight decay is part of E;
 * `steps` are the ε_i, [W].
 * Right to about 1e-8 of E. O(N W³).
 */
export function fourPointHessian(workspace: Workspace, steps: Float64Array, part?: Part): Float64Array {
  const { W } = workspace.topology;
  const w = workspace.problem.parameters.slice();
  const errorOf = errorsAt(workspace);
  const A = new Float64Array(W * W);
  const moved = (i: number, di: number, j: number, dj: number): number => {
    const [wi, wj] = [w[i], w[j]];
    w[i] += di;
    w[j] += dj;
    const E = errorOf(w);
    w[j] = wj;
    w[i] = wi;
    return E;
  };
  const entry = (i: number, j: number): number => {
    const [a, b] = [steps[i], steps[j]];
    const same = moved(i, a, j, b) + moved(i, -a, j, -b);
    return (same - moved(i, a, j, -b) - moved(i, -a, j, b)) / (4 * a * b);
  };
  for (const { rows, earlier, own } of ownedRows(workspace.topology, part)) {
    for (const row of rows) {
      for (const { from, end } of [...earlier, ...own]) {
        for (let column = from; column < end; column++) {
          const done = own.some((run) => column >= run.from && column < run.end) && column > row;
          if (done) continue;
          A[row * W + column] = entry(row, column);
          A[column * W + row] = A[row * W + column];
        }
      }
    }
  }
  return wholeOrShare(workspace.topology, part, A);
}

/** Four-point differences of the error, as a matrix of the list. */
export const fourPoint: CurvatureMatrix = {
  label: 'Four-point differences',
  symbol: String.raw`\Delta^2E`,
  formula: String.raw`\frac{E(\epsilon,\epsilon)-E(\epsilon,-\epsilon)-E(-\epsilon,\epsilon)+E(-\epsilon,-\epsilon)}{4\epsilon^2}`,
  cost: 'O(W^3)',
  section: 'PRML 5.90',
  whenExact:
    'To about 8 digits of E at the best step: truncation falls like ε², cancellation rises like 1/ε².',
  group: 'check',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'four-point', part, () =>
      fourPointHessian(workspace, fourPointSteps(workspace.problem.parameters), part),
    ),
  }),
  // Four forward passes for each of W(W + 1)/2 pairs.
  operations: (workspace) =>
    2 * workspace.topology.W * (workspace.topology.W + 1) * errorOperations(workspace),
};
