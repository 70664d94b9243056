import type { ForwardTape } from '../network/sweeps.ts';
import { parameterName } from '../network/parameterNames.ts';
import type { Topology } from '../network/topology.ts';

/** One weight or bias of a dense layer as the formulas see it: w_ji, into unit j from input i. */
export interface Weight {
  readonly layer: number;
  readonly j: number;
  /** Column of z_i among what the layer reads; null for a bias, whose input is 1. */
  readonly column: number | null;
  /** Layer and unit that z_i comes from; null for a bias; layer −1 is the input. */
  readonly source: { readonly layer: number; readonly i: number } | null;
  /** Index of the bias of unit j: a change of it changes a_j by as much. */
  readonly bias: number;
}

/**
 * Entry `index` of the parameter vector of a dense network.
 * @throws `parameter index out of range: 40`
 */
export function weightAt(topology: Topology, index: number): Weight {
  const { layer, j, source } = parameterName(topology, index);
  const { weights, biases, fanIn } = topology.layers[layer];
  const column = source === null ? null : index - weights - j * fanIn;
  return { layer, j, column, source, bias: biases + j };
}

/** z_i of pattern n; 1 for a bias. */
export function inputOf(tape: ForwardTape, { layer, column }: Weight, n: number): number {
  if (column === null) return 1;
  const read = tape.zin[layer];
  return read[(n * read.length) / tape.N + column];
}
