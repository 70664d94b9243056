import type { NetworkSpec } from '../../engine/experiment/problem.ts';
import { topologyOf } from '../../engine/network/topology.ts';

/** What comes out layer by layer: `2-6-5-1`, `1×6×6-2×4×4-3`. */
export const shapeName = (network: NetworkSpec): string =>
  [network.input, ...topologyOf(network).layers.map(({ shape }) => shape)]
    .map((shape) => shape.join('×'))
    .join('-');
