import { useMemo } from 'react';
import { type Topology, topologyOf } from '../../../engine/network/topology.ts';
import { useExperiment, useResults } from '../../state/useLab.ts';

/** The network of the matrices on screen: that of the last snapshot, before it that of the document. */
export function useShownTopology(): Topology {
  const computed = useResults((state) => state.snapshot?.experiment.network);
  const current = useExperiment((state) => state.experiment.network);
  const network = computed ?? current;
  return useMemo(() => topologyOf(network), [network]);
}
