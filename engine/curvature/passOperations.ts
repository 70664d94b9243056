import type { Layer } from '../layers/layer.ts';
import type { Workspace } from './workspace.ts';

/** Multiplications of one product with a layer's weights for one pattern: rows (fanIn + 1) positions. */
export const weightUses = ({ rows, fanIn, positions }: Layer): number => rows * (fanIn + 1) * positions;

/** Multiplications and additions of E: one product a layer, `2N Σ_l rows (fanIn + 1) positions`. */
export const errorOperations = ({ topology, problem }: Workspace): number =>
  2 * problem.batch.N * topology.layers.reduce((sum, layer) => sum + weightUses(layer), 0);

/** Of ∇E: forward, backward and the sum over patterns. */
export const gradientOperations = (workspace: Workspace): number => 3 * errorOperations(workspace);

/** Of Hv after the gradient's passes: the same three sweeps of two products each. */
export const rProductOperations = (workspace: Workspace): number => 6 * errorOperations(workspace);
