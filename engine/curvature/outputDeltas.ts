import { backwardSweep } from '../network/sweeps.ts';
import type { Workspace } from './workspace.ts';

/**
 * `∂a_k/∂a` of every layer for each output k, [N × units] a layer: K backward sweeps of unit vectors,
 * shared by what works on single outputs. O(K N W).
 */
export const outputDeltas = (workspace: Workspace): readonly (readonly Float64Array[])[] =>
  workspace.once('output-deltas', () => {
    const { topology, problem, forward } = workspace;
    const K = topology.outputUnits;
    return Array.from({ length: K }, (_, k) => {
      const unit = new Float64Array(forward.N * K);
      for (let n = 0; n < forward.N; n++) unit[n * K + k] = 1;
      return backwardSweep(topology, problem.parameters, forward, unit).delta;
    });
  });
