import type { Experiment } from '../../../engine/experiment/document.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import type { LayerSpec, NetworkSpec, Problem } from '../../../engine/experiment/problem.ts';
import { INPUT, topologyOf } from '../../../engine/network/topology.ts';
import { problemOf } from '../../compute/problemOf.ts';

/** The sizes aimed at; widths are whole numbers, so that W comes near. */
const TARGETS = [30, 60, 120, 250, 500, 1000, 2000];
/** Fewer make no curve. */
const FEWEST = 3;
/** Widths beyond this many times today's are not tried. */
const LARGEST_FACTOR = 4096;

export interface GrownNetwork {
  readonly W: number;
  readonly problem: Problem;
}

/** Networks like this one with wider hidden layers, or why there are none. */
export type Grown =
  | { readonly networks: readonly GrownNetwork[]; readonly why: null }
  | { readonly networks: readonly []; readonly why: string };

/**
 * Layers whose width is not free: the output, and what a sum or a pool ties to the inputs, the output or a layer
 * tied already.
 */
export function tiedLayers({ layers }: NetworkSpec): ReadonlySet<string> {
  const tied = new Set([INPUT, layers.at(-1)?.name ?? INPUT]);
  for (let before = -1; before < tied.size;) {
    before = tied.size;
    for (const { kind, name, from } of layers) {
      if (kind !== 'add' && kind !== 'average-pool' && kind !== 'max-pool') continue;
      const group = [name, ...from];
      if (group.some((member) => tied.has(member))) group.forEach((member) => tied.add(member));
    }
  }
  return tied;
}

const widened = (width: number, factor: number): number => Math.max(1, Math.round(width * factor));

/** The network with hidden units and channels times a factor; inputs, outputs and tied layers stay. */
export function widenedNetwork(network: NetworkSpec, factor: number): NetworkSpec {
  const tied = tiedLayers(network);
  const layers = network.layers.map((layer): LayerSpec => {
    if (tied.has(layer.name)) return layer;
    if (layer.kind === 'dense') return { ...layer, units: widened(layer.units, factor) };
    return layer.kind === 'conv2d' ? { ...layer, channels: widened(layer.channels, factor) } : layer;
  });
  return { ...network, layers };
}

/** The widened network whose W is nearest to a target: W does not fall as the factor grows. */
function nearest(network: NetworkSpec, target: number): NetworkSpec {
  const sizeAt = (factor: number): number => topologyOf(widenedNetwork(network, factor)).W;
  let low = 1 / LARGEST_FACTOR;
  let high = LARGEST_FACTOR;
  for (let halving = 0; halving < 50; halving++) {
    const middle = Math.sqrt(low * high);
    if (sizeAt(middle) < target) low = middle;
    else high = middle;
  }
  const off = (factor: number): number => Math.abs(Math.log(sizeAt(factor) / target));
  return widenedNetwork(network, off(low) < off(high) ? low : high);
}

/** The experiment's problem on widened networks, from W ≈ 30 to 2000, with weights drawn by its rule. */
export function grownNetworks(experiment: Experiment): Grown {
  const { network, initialisation } = experiment;
  const tied = tiedLayers(network);
  if (network.layers.every(({ name, kind }) => tied.has(name) || (kind !== 'dense' && kind !== 'conv2d')))
    return {
      networks: [],
      why: 'It needs a hidden layer that can be widened: here inputs and outputs fix all of them.',
    };
  const bySize = new Map<number, GrownNetwork>();
  try {
    for (const target of TARGETS) {
      const grown = nearest(network, target);
      const { W } = topologyOf(grown);
      const parameters = Float64Array.from(initialParameters(grown, initialisation));
      bySize.set(W, { W, problem: { ...problemOf(experiment), network: grown, parameters } });
    }
  } catch (thrown) {
    return { networks: [], why: `Widened, its layers no longer fit: ${String(thrown)}` };
  }
  const networks = [...bySize.values()].filter(({ W }) => W <= 2 * Math.max(...TARGETS));
  if (networks.length < FEWEST)
    return {
      networks: [],
      why: `It can’t be made small enough: its smallest network of this kind has W = ${networks[0]?.W ?? Math.min(...bySize.keys())}.`,
    };
  return { networks, why: null };
}
