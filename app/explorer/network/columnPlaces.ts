import type { LayerKindName } from '../../../engine/experiment/problem.ts';
import type { Topology } from '../../../engine/network/topology.ts';

/** The graph's coordinate system; the drawing is scaled to the card's width. */
export const GRAPH = { width: 312, side: 30, top: 12, lane: 4, laneRoom: 26 } as const;

const HEIGHT = 164;
/** Kernels and tiles need more room. */
const IMAGE_HEIGHT = 196;

/** Room before the column of each kind: kernels stand before a convolution's. */
const ROOM: Readonly<Record<LayerKindName, number>> = {
  dense: 1,
  conv2d: 1.7,
  'average-pool': 0.8,
  'max-pool': 0.8,
  add: 0.8,
};

/** Whether anything in a network is an image. */
export const hasImages = ({ layers }: Topology): boolean =>
  layers.some(({ shape, sources }) => [{ shape }, ...sources].some((one) => one.shape.length === 3));

export const heightOf = (topology: Topology): number => (hasImages(topology) ? IMAGE_HEIGHT : HEIGHT);

/** The columns' middles from left to right: the inputs, then every layer. */
export function columnPlaces({ layers }: Topology): readonly number[] {
  const total = layers.reduce((sum, { spec }) => sum + ROOM[spec.kind], 0);
  const unit = (GRAPH.width - 2 * GRAPH.side) / total;
  let x: number = GRAPH.side;
  return [x, ...layers.map(({ spec }) => (x += ROOM[spec.kind] * unit))];
}
