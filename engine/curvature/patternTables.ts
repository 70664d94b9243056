import type { Topology } from '../network/topology.ts';
import type { Workspace } from './workspace.ts';

/**
 * The tapes of a block of patterns with patterns along the fast axis, [units × N] a layer: every sum over
 * patterns is then a dot product.
 */
export interface PatternTables {
  /** Index of the block's first pattern in the batch. */
  readonly first: number;
  /** Patterns in the block. */
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

/** Bytes that the tables of one block may take, about: few blocks for small networks, and never a full memory for wide ones. */
const BLOCK_BYTES = 96 * 2 ** 20;
const LARGEST_BLOCK = 1024;

/** Patterns a block: unit pairs, input pairs and sensitivities take about 8 Σ_{l≤m} (2 u_l u_m + m_l m_m) bytes each. */
export function blockSize({ layers }: Topology): number {
  let entries = 0;
  layers.forEach((later, m) => {
    for (const earlier of layers.slice(0, m + 1)) {
      entries += 2 * later.units * earlier.units + (later.inputs + 1) * (earlier.inputs + 1);
    }
  });
  return Math.max(1, Math.min(LARGEST_BLOCK, Math.floor(BLOCK_BYTES / (8 * entries))));
}

/**
 * Visits the patterns block by block. A batch that fits one block is turned once and kept, so that the
 * matrices of a workspace share its tables; larger ones are made anew for each. O(N · units).
 */
export function forEachBlock(workspace: Workspace, visit: (tables: PatternTables) => void): void {
  const { N } = workspace.forward;
  const size = workspace.once('blockSize', () => blockSize(workspace.topology));
  if (N <= size) return visit(workspace.once('patternTables', () => tablesOf(workspace, 0, N)));
  for (let first = 0; first < N; first += size) visit(tablesOf(workspace, first, Math.min(size, N - first)));
}

function tablesOf({ topology, forward, backward }: Workspace, first: number, N: number): PatternTables {
  const turned = (tape: readonly Float64Array[]): Float64Array[] =>
    topology.layers.map(({ index, units }) => turn(tape[index], first, N, units, 0));
  const zin = topology.layers.map(({ index, inputs }) =>
    turn(forward.zin[index], first, N, inputs, 1).fill(1, inputs * N),
  );
  const pairs = new Map<number, Float64Array>();
  return {
    first,
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
}

/** Patterns `first` … `first + N − 1` of a tape [· × units] as [units + extra × N]; extra rows are 0. */
function turn(tape: Float64Array, first: number, N: number, units: number, extra: number): Float64Array {
  const table = new Float64Array((units + extra) * N);
  for (let n = 0; n < N; n++) {
    const at = (first + n) * units;
    for (let j = 0; j < units; j++) table[j * N + n] = tape[at + j];
  }
  return table;
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
