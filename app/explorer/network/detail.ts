import type { Shape } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';

/** How many units, channels, and pixels of a channel are drawn at most of each layer. */
export interface Detail {
  readonly units: number;
  readonly channels: number;
  readonly pixels: number;
}

const DETAILS: readonly Detail[] = [
  { units: 12, channels: 6, pixels: Infinity },
  { units: 12, channels: 6, pixels: 12 },
  { units: 9, channels: 5, pixels: 9 },
  { units: 6, channels: 4, pixels: 6 },
  { units: 4, channels: 4, pixels: 4 },
];
const COARSEST: Detail = { units: 4, channels: 4, pixels: 4 };

/** Weights that are drawn at most. */
const MOST_WEIGHTS = 600;

const entries = ([count = 0, ...sides]: Shape, { units, channels, pixels }: Detail): number =>
  sides.length === 0
    ? Math.min(count, units)
    : Math.min(count, channels) *
      Math.min(
        sides.reduce((a, b) => a * b, 1),
        pixels,
      );

/** The weights that a detail draws. */
const weightsOf = ({ layers }: Topology, detail: Detail): number =>
  layers.reduce((total, { spec, units, rows, fanIn, sources }) => {
    if (spec.kind === 'dense')
      return (
        total +
        Math.min(units, detail.units) * sources.reduce((sum, { shape }) => sum + entries(shape, detail), 0)
      );
    if (rows === 0) return total;
    const channels = sources[0]?.shape[0] ?? 1;
    return total + Math.min(rows, detail.channels) * Math.min(channels, detail.channels) * (fanIn / channels);
  }, 0);

/** With more columns less room is left for kernels, of which there are channels times channels. */
const mostChannels = (layers: number): number => (layers <= 4 ? 6 : layers <= 6 ? 4 : 3);

/** As much as keeps the number of weights drawable. */
export function detailOf(topology: Topology): Detail {
  const detail = DETAILS.find((one) => weightsOf(topology, one) <= MOST_WEIGHTS) ?? COARSEST;
  return { ...detail, channels: Math.min(detail.channels, mostChannels(topology.layers.length)) };
}
