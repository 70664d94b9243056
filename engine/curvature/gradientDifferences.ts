import type { Part } from '../network/groups.ts';
import { gradientAt } from '../products/atWeights.ts';
import { keep } from './finish.ts';
import { fromRows } from './fromRows.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { gradientOperations } from './passOperations.ts';
import type { Workspace } from './workspace.ts';

/** ε_i: at ε^(1/3) of the weight's size, or of 1, truncation O(ε²) and cancellation O(2⁻⁵²/ε) are about equal. */
export const gradientSteps = (w: Float64Array): Float64Array =>
  w.map((weight) => Number.EPSILON ** (1 / 3) * Math.max(1, Math.abs(weight)));

/**
 * H by central differences of the gradient (PRML 5.91): row i is `{∇E(w + ε_i e_i) − ∇E(w − ε_i e_i)} / 2ε_i`; each
 * pair of weights once. Right to about 1e-10 of the gradient's terms. O(N W²).
 */
export function gradientDifferenceHessian(
  workspace: Workspace,
  steps: Float64Array,
  part?: Part,
): Float64Array {
  const { parameters } = workspace.problem;
  const at = (i: number, by: number): Float64Array => {
    const w = parameters.slice();
    w[i] += by;
    return gradientAt(workspace, w);
  };
  const row = (i: number): Float64Array => {
    const step = steps[i];
    const back = at(i, -step);
    return at(i, step).map((there, q) => (there - back[q]) / (2 * step));
  };
  return fromRows(workspace.topology, part, (indices) => indices.map(row));
}

/** Central differences of the gradient, as a matrix of the list. */
export const gradientDifferences: CurvatureMatrix = {
  label: 'Gradient differences',
  symbol: String.raw`\Delta\nabla E`,
  formula: String.raw`\frac{\nabla E(\mathbf w+\epsilon\,\mathbf e_i)-\nabla E(\mathbf w-\epsilon\,\mathbf e_i)}{2\epsilon}`,
  cost: 'O(W^2)',
  section: 'PRML 5.91',
  whenExact: 'To about 10 digits at the best step: truncation falls like ε², cancellation rises like 1/ε.',
  group: 'check',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'gradient-differences', part, () =>
      gradientDifferenceHessian(workspace, gradientSteps(workspace.problem.parameters), part),
    ),
  }),
  operations: (workspace) => 2 * workspace.topology.W * gradientOperations(workspace),
};
