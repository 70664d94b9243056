import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { diagonal } from '../../engine/curvature/diagonal.ts';
import { exact } from '../../engine/curvature/exact.ts';
import {
  errorOperations,
  gradientOperations,
  rProductOperations,
} from '../../engine/curvature/passOperations.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { directionVector } from '../../engine/experiment/direction.ts';
import { entrySweep } from '../../engine/products/entrySweep.ts';
import { ownErrorOfEntry, ownErrorOfProduct } from '../../engine/products/ownError.ts';
import { rSweep, type Sweep, sweepSlopes } from '../../engine/products/rSweep.ts';
import { overBudget } from '../budget.ts';
import type { SweepReply, SweepRequest } from '../protocol.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

const isAffordable = (workspace: Workspace): boolean =>
  !overBudget(workspace.topology.W, ['exact']) && whyTooMuchWork('exact', workspace) === null;

/** Where |H_ij| is largest, i ≥ j; of the diagonal recursion where H is too much work. */
function largestEntryOf(workspace: Workspace): readonly [row: number, column: number] {
  const { W } = workspace.topology;
  const { form, values } = (isAffordable(workspace) ? exact : diagonal).compute(workspace);
  let at = 0;
  values.forEach((entry, q) => {
    if (Math.abs(entry) > Math.abs(values[at] ?? 0)) at = q;
  });
  if (form === 'diagonal') return [at, at];
  const [row, column] = [Math.floor(at / W), at % W];
  return [Math.max(row, column), Math.min(row, column)];
}

type Found = Pick<SweepReply, 'value' | 'length' | 'entry' | 'ownError'> & { readonly sweep: Sweep };

function productSweep({ problem, steps, check }: SweepRequest, workspace: Workspace, v: Float64Array): Found {
  const length = Math.hypot(...v);
  const unit = length === 0 ? v : v.map((entry) => entry / length);
  const sweep = rSweep(problem, unit, steps);
  const ownError = check && isAffordable(workspace) ? ownErrorOfProduct(workspace, unit) : NaN;
  return { sweep, value: sweep.sizes.central, length, entry: null, ownError };
}

function sweepOfEntry(
  { problem, steps, check }: SweepRequest,
  workspace: Workspace,
  asked: SweepReply['entry'],
): Found {
  const { W } = workspace.topology;
  const entry = asked !== null && asked[0] < W && asked[1] < W ? asked : largestEntryOf(workspace);
  const [i, j] = entry;
  const sweep = entrySweep(problem, i, j, steps);
  const ownError = check && isAffordable(workspace) ? ownErrorOfEntry(workspace, i, j, sweep.value) : NaN;
  return { sweep, value: sweep.value, length: 1, entry, ownError };
}

/** Differences against R{·} for some steps, of a product along the unit vector v/‖v‖ or of one entry. */
export function sweep(request: SweepRequest): SweepReply {
  const { problem, of } = request;
  const workspace = createWorkspace(problem);
  const found =
    of.kind === 'product'
      ? productSweep(request, workspace, directionVector(workspace, of.direction))
      : sweepOfEntry(request, workspace, of.entry);
  const { steps, sizes, oneSided, central, fourPoint } = found.sweep;
  const [E, gradient] = [errorOperations(workspace), gradientOperations(workspace)];
  return {
    steps,
    errors: { oneSided, central, fourPoint },
    sizes,
    slopes: sweepSlopes,
    operations: {
      oneSided: 2 * gradient,
      central: 2 * gradient,
      fourPoint: (of.kind === 'product' ? 3 : 4) * E,
      product: 2 * E + rProductOperations(workspace),
      gradient,
    },
    value: found.value,
    length: found.length,
    entry: found.entry,
    ownError: found.ownError,
  };
}
