import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import { groupsOf } from '../../engine/network/groups.ts';
import { type Load, splitInParts } from '../../engine/network/parts.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { isDense, overBudget } from '../budget.ts';
import type { Plan, PlanRequest } from '../protocol.ts';
import { BESIDE_EXACT } from './part.ts';

/** What a worker gets done, about: pair products run at some 10¹⁰ operations a second. */
const OPERATIONS_PER_MILLISECOND = 8e6;
/** A part is done within about this time, so that work nobody waits for any more ends soon. */
const PART_MILLISECONDS = 40;
/** Less than this is not worth sharing between workers. */
const SHARED_MILLISECONDS = 8;
/** What takes this many times as long as the exact Hessian, and longer than a part, does not hold the others up. */
const SLOW = 4;

/** H comes from G where G is computed too (workers/tasks/part.ts); so does an outer product of the same seed. */
function loadOf(own: readonly MatrixId[], quick: readonly MatrixId[], { seed }: Workspace): Load {
  const dense = own.filter(isDense);
  const added = BESIDE_EXACT.some((id) => quick.includes(id)) ? 1 : 0;
  const again =
    dense.includes('outer-product') && dense.includes('gauss-newton') && seed.M === seed.Mcut ? 1 : 0;
  return { whole: dense.length - added - again, added };
}

/**
 * How the matrices of a problem are computed: those that follow a dragged weight together, in as many parts as
 * keep each short; slow ones one after another behind them. Those that do not exist for the problem or exceed
 * the memory budget are left out.
 */
export function plan({ problem, matrices, workers }: PlanRequest): Plan {
  const workspace = createWorkspace(problem);
  const { topology } = workspace;
  const tooLarge = overBudget(topology.W, matrices);
  const shown = matrices.filter(
    (id) => !(tooLarge && isDense(id)) && (matrixOf(id).unavailable?.(problem) ?? null) === null,
  );
  const time = (id: MatrixId): number => matrixOf(id).operations(workspace) / OPERATIONS_PER_MILLISECOND;
  const exact = time('exact');
  const isSlow = (id: MatrixId): boolean =>
    id !== 'exact' && time(id) > Math.max(SLOW * exact, PART_MILLISECONDS);
  const groups = groupsOf(topology).length;
  const partsFor = (milliseconds: number): number => {
    const short = Math.ceil(milliseconds / PART_MILLISECONDS);
    return Math.min(groups, milliseconds < SHARED_MILLISECONDS ? 1 : Math.max(workers, short));
  };
  const quick = shown.filter((id) => !isSlow(id));
  const dense = new Set<MatrixId>(quick);
  if (quick.some(isDense)) dense.add('exact');
  const own = [...dense].filter((id) => matrixOf(id).derived !== true);
  const together = own.reduce((sum, id) => sum + time(id), 0);
  return {
    quick: {
      matrices: quick,
      parts: splitInParts(topology, partsFor(together), loadOf(own, quick, workspace)),
    },
    slow: shown.filter(isSlow).map((id) => ({
      id,
      parts: splitInParts(topology, matrixOf(id).divisible === true ? partsFor(time(id)) : 1),
    })),
  };
}
