import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { engineApi } from '../engineApi.ts';
import { mergeParts } from '../parts/mergeParts.ts';
import type { Snapshot } from '../protocol.ts';

let version = 0;

/** What the page makes of a problem, in one worker: planned, computed in parts, put together. */
export function snapshotOf(problem: Problem, matrices: readonly MatrixId[]): Snapshot {
  version -= 1;
  const { quick, slow } = engineApi.plan({ problem, matrices, workers: 1 });
  const merge = mergeParts(topologyOf(problem.network));
  const all = [...quick.matrices, ...slow.map(({ id }) => id)];
  for (const part of quick.parts)
    merge.add(part, engineApi.part({ version, problem, matrices: all, part, side: Infinity }));
  return merge.snapshot(true);
}
