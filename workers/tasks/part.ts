import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { Part } from '../../engine/network/groups.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { isDense } from '../budget.ts';
import { ownedRows, type OwnedRows } from '../../engine/network/ownedRows.ts';
import { packRows } from '../parts/packRows.ts';
import { diagonalSums, partSums } from '../parts/partSums.ts';
import type { MatrixPart, PartReply, PartRequest } from '../protocol.ts';
import { workspaceOf } from './workspaceOf.ts';

/** A matrix's packed rows, or the whole of a diagonal. */
function compute(
  id: MatrixId,
  workspace: Workspace,
  part: Part,
  shares: readonly OwnedRows[],
): { readonly matrix: MatrixValues; readonly milliseconds: number } {
  const start = performance.now();
  const matrix = matrixOf(id).compute(workspace, part);
  const values =
    matrix.form === 'dense' ? packRows(shares, matrix.values, workspace.topology.W) : matrix.values.slice();
  return { matrix: { form: matrix.form, values }, milliseconds: performance.now() - start };
}

/** One part's rows of the matrices asked for, with its share of the sums by which they are compared with H. */
export function part(request: PartRequest): PartReply {
  const workspace = workspaceOf(request);
  const shares = ownedRows(workspace.topology, request.part);
  const exact = request.matrices.some(isDense) ? compute('exact', workspace, request.part, shares) : null;
  const H = exact?.matrix.values ?? null;
  const matrices: Partial<Record<MatrixId, MatrixPart>> = {};
  for (const id of request.matrices) {
    const { matrix, milliseconds } =
      id === 'exact' && exact !== null ? exact : compute(id, workspace, request.part, shares);
    const sums =
      matrix.form === 'dense' ? partSums(shares, matrix.values, H) : diagonalSums(shares, matrix.values, H);
    matrices[id] = { ...matrix, sums, milliseconds, operations: matrixOf(id).operations(workspace) };
  }
  const first = request.part.first === 0;
  return {
    matrices,
    exactSquares: H === null ? NaN : partSums(shares, H, null).squares,
    error: first ? errorOf(workspace) : 0,
    gradient: first ? gradientOf(workspace).slice() : null,
  };
}
