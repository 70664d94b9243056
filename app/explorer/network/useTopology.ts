import { useMemo } from 'react';
import { topologyOf, type Topology } from '../../../engine/network/topology.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The network on screen; the same object until the network itself changes. */
export function useTopology(): Topology {
  const network = useExperiment((state) => state.experiment.network);
  return useMemo(() => topologyOf(network), [network]);
}
