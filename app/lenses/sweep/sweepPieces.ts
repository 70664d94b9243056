import { topologyOf } from '../../../engine/network/topology.ts';
import { sweepSteps } from '../../../engine/experiment/sweepSteps.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';

/** What a worker gets done in half a second, about. */
const OPERATIONS_A_CALL = 2e8;
/** Forward, backward and sums for two gradients, forward for four errors: products with all weights a step. */
const PRODUCTS_A_STEP = 10;

/** The steps in pieces that take a call each, short enough to be given up. */
export function sweepPieces({
  network,
  batch,
}: Pick<Problem, 'network' | 'batch'>): readonly (readonly number[])[] {
  const uses = topologyOf(network).layers.reduce(
    (sum, { rows, fanIn, positions }) => sum + rows * (fanIn + 1) * positions,
    0,
  );
  const each = Math.max(1, Math.floor(OPERATIONS_A_CALL / (PRODUCTS_A_STEP * 2 * batch.N * uses)));
  const count = Math.ceil(sweepSteps.length / each);
  return Array.from({ length: count }, (_, piece) => sweepSteps.slice(piece * each, (piece + 1) * each));
}
