import { transpose } from '../kernels/multiply.ts';
import type { Workspace } from './workspace.ts';

/** The tapes with patterns along the fast axis, [units × N] a layer: every sum over patterns is then a dot product. */
export interface PatternTables {
  readonly N: number;
  /** Inputs of each layer, [inputs + 1 × N]; the last row is the bias's 1. */
  readonly zin: readonly Float64Array[];
  readonly h1: readonly Float64Array[];
  readonly h2: readonly Float64Array[];
  readonly delta: readonly Float64Array[];
  readonly e: readonly Float64Array[];
}

/** Transposes the tapes of a workspace, once. O(N · units). */
export function patternTables(workspace: Workspace): PatternTables {
  return workspace.once('patternTables', () => {
    const { topology, forward, backward } = workspace;
    const { N } = forward;
    const turned = (tape: readonly Float64Array[]): Float64Array[] =>
      topology.layers.map((layer) => transpose(tape[layer.index], N, layer.units));
    const zin = topology.layers.map((layer) => {
      const table = new Float64Array((layer.inputs + 1) * N).fill(1, layer.inputs * N);
      table.set(transpose(forward.zin[layer.index], N, layer.inputs));
      return table;
    });
    return {
      N,
      zin,
      h1: turned(forward.h1),
      h2: turned(forward.h2),
      delta: turned(backward.delta),
      e: turned(backward.e),
    };
  });
}
