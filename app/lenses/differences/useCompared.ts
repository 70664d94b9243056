import { useMemo } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { topologyOf, type Topology } from '../../../engine/network/topology.ts';
import type { Compared } from '../../../workers/protocol.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { useTask } from '../useTask.ts';

/** Approximations held against H, and the network that they are of. */
export interface ComparedNow {
  readonly compared: Compared;
  readonly topology: Topology;
  readonly matrices: readonly MatrixId[];
}

export interface ComparedState {
  readonly now: ComparedNow | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

/** Holds the matrices against H for the newest experiment (memoise the list). */
export function useCompared(experiment: Experiment, matrices: readonly MatrixId[]): ComparedState {
  const request = useMemo(() => ({ problem: problemOf(experiment), matrices }), [experiment, matrices]);
  const { result, answered, busy, problem } = useTask('compare', request);
  const network = answered?.problem.network;
  const topology = useMemo(() => (network === undefined ? null : topologyOf(network)), [network]);
  const now = useMemo(
    () =>
      result === null || answered === null || topology === null
        ? null
        : { compared: result, topology, matrices: answered.matrices },
    [result, answered, topology],
  );
  return { now, busy, problem };
}
