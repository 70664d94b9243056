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
import { diagonalSums } from '../parts/partSums.ts';
import type { MatrixPart, PartReply, PartRequest } from '../protocol.ts';
import { workspaceOf } from './workspaceOf.ts';

interface Timed {
  readonly matrix: MatrixValues;
  readonly milliseconds: number;
}

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

/** One part's share of the matrices asked for, with its sums by which they are compared with H, and its cells. */
export function part(request: PartRequest): PartReply {
  const workspace = workspaceOf(request);
  const { topology } = workspace;
  const { W } = topology;
  const share = shareOf(topology, request.part);
  const computed = new Map<MatrixId, Timed>();
  if (request.matrices.some(isDense)) computed.set('exact', compute('exact', workspace, request.part));
  for (const id of request.matrices) {
    if (!computed.has(id)) computed.set(id, compute(id, workspace, request.part));
  }
  const H = computed.get('exact')?.matrix.values ?? null;
  const dense = [...computed.values()].filter(({ matrix }) => matrix.form === 'dense');
  const pictured = request.side < W;
  // Without a picture one cell finds the largest entry.
  const folded =
    H === null
      ? null
      : foldShares(
          share,
          W,
          dense.map(({ matrix }) => matrix.values),
          H,
          pictured ? request.side : 1,
        );
  const ofH = H === null ? undefined : folded?.get(H);
  const exact = H === null || ofH === undefined ? null : { values: H, beside: ofH.beside };
  const matrices: Partial<Record<MatrixId, MatrixPart>> = {};
  for (const id of request.matrices) {
    const found = computed.get(id);
    if (found === undefined) continue;
    const { matrix, milliseconds } = found;
    const { sums, cells } = folded?.get(matrix.values) ?? {
      sums: diagonalSums(share, matrix.values, exact),
      cells: null,
    };
    const operations = matrixOf(id).operations(workspace);
    matrices[id] = { ...matrix, sums, cells: pictured ? cells : null, milliseconds, operations };
  }
  forgetShares(workspace);
  const first = request.part.first === 0;
  return {
    matrices,
    exactSquares: ofH?.sums.squares ?? NaN,
    error: first ? errorOf(workspace) : 0,
    gradient: first ? gradientOf(workspace).slice() : null,
  };
}
