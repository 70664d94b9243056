import type { Part } from '../network/groups.ts';
import { rProducts } from '../products/hessianVector.ts';
import { keep } from './finish.ts';
import { fromRows } from './fromRows.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { rProductOperations } from './passOperations.ts';
import type { Workspace } from './workspace.ts';

/** e_i, [W]. */
function unitVector(W: number, i: number): Float64Array {
  const unit = new Float64Array(W);
  unit[i] = 1;
  return unit;
}

/** `H e_i` for some i, the products side by side. O(N W) each. */
export const columnsOf = (workspace: Workspace, indices: readonly number[]): readonly Float64Array[] =>
  rProducts(
    workspace,
    indices.map((i) => unitVector(workspace.topology.W, i)),
  );

/**
 * The exact Hessian column by column, `H e_i` by R{·} (PRML 5.4.6): the plain twin of curvature/exact.ts.
 * Row-major W × W, weight decay included. O(N W²) with a large constant.
 */
export const rColumns = (workspace: Workspace, part?: Part): Float64Array =>
  fromRows(workspace.topology, part, (indices) => columnsOf(workspace, indices));

/** The exact Hessian by R-columns, as a matrix of the list: to see that two ways agree, and what each costs. */
export const exactRColumns: CurvatureMatrix = {
  label: 'R-columns',
  symbol: String.raw`\mathcal R\{\nabla E\}`,
  formula: String.raw`H\mathbf e_i=\mathcal R\{\nabla E\},\quad \mathbf v=\mathbf e_i`,
  cost: 'O(W^2)',
  section: 'PRML 5.4.6',
  whenExact: 'The Hessian itself, one column at a time: what it differs by from Exact is rounding.',
  group: 'check',
  form: 'dense',
  role: 'exact',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'exact-r-columns', part, () => rColumns(workspace, part)),
  }),
  operations: (workspace) => workspace.topology.W * rProductOperations(workspace),
};
