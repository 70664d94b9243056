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
  /**
   * `z_i z_p` for input i of the earlier layer and p of the later: `[p][i][n]`, biases included. Within one
   * layer only i ≤ p. Made when first asked for: the exact Hessian and its approximations share them.
   */
  inputPairs(earlier: number, later: number): Float64Array;
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
    const pairs = new Map<number, Float64Array>();
    return {
      N,
      inputPairs(earlier, later) {
        const key = later * zin.length + earlier;
        const table = pairs.get(key) ?? pairTable(zin[earlier], zin[later], earlier === later, N);
        pairs.set(key, table);
        return table;
      },
      zin,
      h1: turned(forward.h1),
      h2: turned(forward.h2),
      delta: turned(backward.delta),
      e: turned(backward.e),
    };
  });
}

function pairTable(earlier: Float64Array, later: Float64Array, symmetric: boolean, N: number): Float64Array {
  const m = earlier.length / N;
  const inputs = later.length / N;
  const table = new Float64Array((symmetric ? (m * (m + 1)) / 2 : m * inputs) * N);
  let at = 0;
  for (let p = 0; p < inputs; p++) {
    const last = symmetric ? p : m - 1;
    for (let i = 0; i <= last; i++) {
      for (let n = 0; n < N; n++) table[at++] = earlier[i * N + n] * later[p * N + n];
    }
  }
  return table;
}
