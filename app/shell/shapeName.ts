import type { NetworkSpec } from '../../engine/experiment/problem.ts';
import { topologyOf } from '../../engine/network/topology.ts';

/** Units layer by layer: `2-6-5-1`. */
export const shapeName = (network: NetworkSpec): string =>
  [network.input.join('×'), ...topologyOf(network).layers.map(({ units }) => units)].join('-');
