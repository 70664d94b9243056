import { forgetShares } from '../../engine/curvature/finish.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import { packShare } from '../../engine/curvature/share.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { Part } from '../../engine/network/groups.ts';
import { shareOf } from '../../engine/network/shares.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { isDense } from '../budget.ts';
import { foldShares } from '../parts/foldShares.ts';
import { diagonalOf, diagonalSums } from '../parts/partSums.ts';
import type { MatrixPart, PartReply, PartRequest } from '../protocol.ts';
import { workspaceOf } from './workspaceOf.ts';

interface Timed {
  readonly matrix: MatrixValues;
  readonly milliseconds: number;
}

/** They need G, as well as what they are compared with: H. */
export const BESIDE_EXACT: readonly MatrixId[] = ['gauss-newton', 'residual'];

/** A matrix's share, or a copy of the whole of a diagonal. */
function compute(id: MatrixId, workspace: Workspace, part: Part): Timed {
  const start = performance.now();
  const entry = matrixOf(id);
  const { form, values } = entry.compute(workspace, part);
  const whole = form === 'diagonal' || entry.divisible !== true;
  // What is whole is kept for other parts and must not leave with this one.
  const own = !whole
    ? values
    : form === 'diagonal'
      ? values.slice()
      : packShare(workspace.topology, part, values);
  return { matrix: { form, values: own }, milliseconds: performance.now() - start };
}

/** The same, once for a part. */
function once(timed: Map<MatrixId, Timed>, id: MatrixId, workspace: Workspace, part: Part): Timed {
  const found = timed.get(id) ?? compute(id, workspace, part);
  timed.set(id, found);
  return found;
}

/**
 * One part's share of the matrices asked for, with its sums, by which they are compared with H, and its cells. Diagonals
 * come whole with the first part.
 */
export function part({ matrices, side, part: own, ...versioned }: PartRequest): PartReply {
  const workspace = workspaceOf(versioned);
  const { topology } = workspace;
  const { W } = topology;
  const share = shareOf(topology, own);
  const first = own.first === 0;
  const timed = new Map<MatrixId, Timed>();
  if (BESIDE_EXACT.some((id) => matrices.includes(id))) {
    // H right after G is what G lacks, added to it: its time is that of both.
    const before = once(timed, 'gauss-newton', workspace, own).milliseconds;
    const { matrix, milliseconds } = once(timed, 'exact', workspace, own);
    timed.set('exact', { matrix, milliseconds: before + milliseconds });
  }
  const H = matrices.some(isDense) ? once(timed, 'exact', workspace, own).matrix.values : null;
  const dense: Float64Array[] = [];
  for (const id of matrices) {
    if (!first && !isDense(id)) continue;
    const { form, values } = once(timed, id, workspace, own).matrix;
    if (form === 'dense') dense.push(values);
  }
  const pictured = Number.isFinite(side);
  // Without a picture one cell will do.
  const folded = H === null ? null : foldShares(share, W, [H, ...dense], H, pictured ? Math.min(side, W) : 1);
  const found: Partial<Record<MatrixId, MatrixPart>> = {};
  for (const id of matrices) {
    const there = timed.get(id);
    if (there === undefined) continue;
    const { matrix, milliseconds } = there;
    const sums = folded?.get(matrix.values)?.sums ?? diagonalSums(matrix.values);
    const cells = pictured ? (folded?.get(matrix.values)?.cells ?? null) : null;
    found[id] = { ...matrix, sums, cells, milliseconds, operations: matrixOf(id).operations(workspace) };
  }
  forgetShares(workspace);
  const ofH = H === null ? undefined : folded?.get(H);
  return {
    matrices: found,
    exact:
      H === null || ofH === undefined
        ? null
        : { squares: ofH.sums.squares, beside: ofH.beside, diagonal: diagonalOf(share, H, W) },
    error: first ? errorOf(workspace) : 0,
    gradient: first ? gradientOf(workspace).slice() : null,
  };
}
