import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { ownedRows, type OwnedRows } from '../../engine/network/ownedRows.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { isDense } from '../budget.ts';
import { packRows } from '../parts/packRows.ts';
import { diagonalSums, partSums } from '../parts/partSums.ts';
import type { MatrixPart, PartReply, PartRequest } from '../protocol.ts';
import { workspaceOf } from './workspaceOf.ts';

interface Timed {
  readonly matrix: MatrixValues;
  readonly milliseconds: number;
}

/** A matrix's rows as they are sent: packed, or the matrix itself with those rows right. */
function compute(
  id: MatrixId,
  workspace: Workspace,
  { part, packed }: PartRequest,
  shares: readonly OwnedRows[],
): Timed {
  const start = performance.now();
  const entry = matrixOf(id);
  const { form, values } = entry.compute(workspace, part);
  // What is kept for other parts must not leave with this one.
  const kept = form === 'diagonal' || entry.divisible !== true;
  const whole = kept ? values.slice() : values;
  const sent = packed && form === 'dense' ? packRows(shares, values, workspace.topology.W) : whole;
  return { matrix: { form, values: sent }, milliseconds: performance.now() - start };
}

/** One part's rows of the matrices asked for, with its share of the sums by which they are compared with H. */
export function part(request: PartRequest): PartReply {
  // Matrices that are sent as they are can't be kept: then every part has a workspace of its own.
  const workspace = request.packed ? workspaceOf(request) : createWorkspace(request.problem);
  const { W } = workspace.topology;
  const shares = ownedRows(workspace.topology, request.part);
  const exact = request.matrices.some(isDense) ? compute('exact', workspace, request, shares) : null;
  const H = exact?.matrix.values ?? null;
  const layout = request.packed ? null : W;
  const exactSums = H === null ? null : partSums(shares, H, H, layout);
  const exactSquares = exactSums?.squares ?? NaN;
  const matrices: Partial<Record<MatrixId, MatrixPart>> = {};
  for (const id of request.matrices) {
    const { matrix, milliseconds } =
      id === 'exact' && exact !== null ? exact : compute(id, workspace, request, shares);
    const { form, values } = matrix;
    const sums =
      form === 'diagonal'
        ? diagonalSums(shares, values, H, exactSquares, layout)
        : values === H && exactSums !== null
          ? exactSums
          : partSums(shares, values, H, layout);
    matrices[id] = { ...matrix, sums, milliseconds, operations: matrixOf(id).operations(workspace) };
  }
  const first = request.part.first === 0;
  return {
    matrices,
    exactSquares,
    error: first ? errorOf(workspace) : 0,
    gradient: first ? gradientOf(workspace).slice() : null,
  };
}
