import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { tiedLayers } from '../../lenses/cost/grownNetworks.ts';
import { MOST_PARAMETERS } from './whyNot.ts';

/** The network with M units in every hidden layer. */
export interface UnitNetwork {
  readonly M: number;
  readonly W: number;
  readonly network: NetworkSpec;
}

export interface UnitNetworks {
  readonly networks: readonly UnitNetwork[];
  /** Why there are fewer than asked for, or none, or null. */
  readonly why: string | null;
}

/** Hidden dense layers whose width is free, by name. */
function freeLayers(network: NetworkSpec): readonly string[] {
  const tied = tiedLayers(network);
  return network.layers
    .filter(({ name, kind }) => kind === 'dense' && !tied.has(name))
    .map(({ name }) => name);
}

/** Networks like this one with 1, 2, … hidden units, as far as W allows. */
export function unitNetworks(network: NetworkSpec, most: number): UnitNetworks {
  const free = freeLayers(network);
  if (free.length === 0)
    return { networks: [], why: 'There is no hidden dense layer here whose number of units is free.' };
  const networks: UnitNetwork[] = [];
  for (let M = 1; M <= most; M++) {
    const layers = network.layers.map((layer) =>
      layer.kind === 'dense' && free.includes(layer.name) ? { ...layer, units: M } : layer,
    );
    const { W } = topologyOf({ ...network, layers });
    if (W > MOST_PARAMETERS)
      return {
        networks,
        why: `With ${M} units the network has W = ${W}, over ${MOST_PARAMETERS}: it is left out.`,
      };
    networks.push({ M, W, network: { ...network, layers } });
  }
  return { networks, why: null };
}
