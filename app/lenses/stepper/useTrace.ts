import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { topologyOf, type Topology } from '../../../engine/network/topology.ts';
import type { TraceReply, TraceRequest } from '../../../workers/protocol.ts';
import { batchFor } from '../../state/batch.ts';
import { useTask } from '../useTask.ts';
import { type Known, knownOf } from './known.ts';
import { type Place, placesOf } from './places.ts';

/** A trace with what the page needs to speak of it, all of the same moment. */
export interface Traced extends TraceReply {
  readonly request: TraceRequest;
  readonly topology: Topology;
  readonly places: readonly Place[];
  readonly known: Known;
}

export interface TraceState {
  readonly traced: Traced | null;
  readonly problem: string | null;
}

const otherLayer = ({ network }: Experiment) => network.layers.find(({ kind }) => kind !== 'dense');

/** Follows the experiment. Networks with other layers than dense ones have no trace, and say so. */
export function useTrace(experiment: Experiment, pattern: number): TraceState {
  const other = otherLayer(experiment);
  const { network, loss, weightDecay, data, parameters, direction } = experiment;
  /** The view changes with every step, the problem does not. */
  const request = useMemo((): TraceRequest | null => {
    if (other !== undefined) return null;
    const numbers = { parameters: Float64Array.from(parameters), batch: batchFor(data) };
    return { problem: { network, loss, weightDecay, ...numbers }, pattern, direction };
  }, [other, network, loss, weightDecay, data, parameters, pattern, direction]);
  const { result, answered, problem } = useTask('trace', request);
  const traced = useMemo(() => {
    if (result === null || answered === null) return null;
    const topology = topologyOf(answered.problem.network);
    return {
      ...result,
      request: answered,
      topology,
      places: placesOf(topology),
      known: knownOf(result.trace),
    };
  }, [result, answered]);
  if (other !== undefined)
    return { traced: null, problem: `needs dense layers, ${other.name} is: ${other.kind}` };
  return { traced, problem };
}
