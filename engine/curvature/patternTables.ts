import type { Heap } from '../kernels/heap.ts';
import { kernels } from '../kernels/kernels.ts';
import { rowLength } from '../kernels/loops.ts';
import type { Part } from '../network/groups.ts';
import type { Topology } from '../network/topology.ts';
import { isEmpty, rowRanges } from './rowRanges.ts';
import type { Workspace } from './workspace.ts';

/**
 * The tapes of a block of patterns with patterns along the fast axis, [units × N] a layer: every sum over
 * patterns is then a dot product. All tables lie in the kernels' heap; these are their offsets. Rows are
 * `N` long, a multiple of four: a block may end in patterns of zeros.
 */
export interface PatternTables {
  /** Index of the block's first pattern in the batch. */
  readonly first: number;
  /** Patterns in the block. */
  readonly patterns: number;
  readonly N: number;
  /** The parameter vector. */
  readonly w: number;
  /** Inputs of each layer, [inputs + 1 × N]; the last row is the bias's 1. */
  readonly zin: readonly number[];
  readonly h1: readonly number[];
  readonly h2: readonly number[];
  readonly delta: readonly number[];
  readonly e: readonly number[];
  /**
   * `z_i z_p` for input i of the earlier layer and p of the later: `[p][i][N]`, biases left out. Within one
   * layer only i ≤ p. Entry (later, earlier).
   */
  readonly inputPairs: readonly (readonly number[])[];
}

/** Bytes that the tables of one block may take, about: few blocks for small networks, and never a full memory for wide ones. */
const BLOCK_BYTES = 96 * 2 ** 20;
/** Rows of a tile then stay in the first cache. */
const LARGEST_BLOCK = 256;

/** Patterns a block: unit pairs, input pairs and sensitivities take about 8 Σ_{l≤m} (2 u_l u_m + m_l m_m) bytes each. */
export function blockSize({ layers }: Topology): number {
  let entries = 0;
  for (const later of layers) {
    for (const earlier of layers.slice(0, later.index + 1)) {
      entries += 2 * later.units * earlier.units + (later.inputs + 1) * (earlier.inputs + 1);
    }
  }
  return Math.max(2, Math.min(LARGEST_BLOCK, Math.floor(BLOCK_BYTES / (16 * entries)) * 2));
}

/** Room for W × W sums and the tables of one block, in the heap: those of one workspace, for the rows of one part. */
interface Kept {
  readonly heap: Heap;
  readonly workspace: Workspace;
  readonly part: Part | undefined;
  readonly sums: number;
  readonly tables: PatternTables;
  /** The seed of the Gauss–Newton matrix that the sums are, if they are one. */
  seed: Float64Array | null;
}

let kept: Kept | null = null;
let bottom: { readonly heap: Heap; readonly mark: number } | null = null;

const isKept = (heap: Heap, workspace: Workspace, part: Part | undefined): boolean =>
  kept?.heap === heap &&
  kept.workspace === workspace &&
  kept.part?.first === part?.first &&
  kept.part?.end === part?.end;

/**
 * Visits the patterns block by block, with the offset of W × W numbers in which to sum. The tables of a batch
 * that fits one block stay in the heap, so that the matrices of a workspace share them; larger ones are made
 * anew for each. O(N · units).
 */
export function forEachBlock(
  workspace: Workspace,
  part: Part | undefined,
  visit: (tables: PatternTables, sums: number) => void,
): void {
  const { heap } = kernels();
  if (kept !== null && isKept(heap, workspace, part)) {
    const end = heap.mark();
    kept.seed = null;
    visit(kept.tables, kept.sums);
    return heap.release(end);
  }
  kept = null;
  if (bottom?.heap !== heap) bottom = { heap, mark: heap.mark() };
  heap.release(bottom.mark);
  const { W } = workspace.topology;
  const sums = heap.take(W * W);
  const begin = heap.mark();
  const total = workspace.forward.N;
  const size = blockSize(workspace.topology);
  for (let first = 0; first < total; first += size) {
    heap.release(begin);
    const tables = tablesOf(workspace, part, first, Math.min(size, total - first));
    const end = heap.mark();
    visit(tables, sums);
    heap.release(end);
    if (total <= size) kept = { heap, workspace, part, sums, tables, seed: null };
  }
}

/** The sums are now `Σ_n Jᵀ S J` of this seed S; they stay where the batch fits one block. */
export function noteSums(seed: Float64Array): void {
  if (kept !== null) kept.seed = seed;
}

/** Whether the sums are `Σ_n Jᵀ S J` of this seed S, for the same part of the same workspace. */
export const areSumsOf = (workspace: Workspace, part: Part | undefined, seed: Float64Array): boolean =>
  kept?.seed === seed && isKept(kernels().heap, workspace, part);

function tablesOf(
  { problem, topology, forward, backward }: Workspace,
  part: Part | undefined,
  first: number,
  patterns: number,
): PatternTables {
  const { heap } = kernels();
  const N = rowLength(patterns);
  const w = heap.take(topology.W);
  heap.numbers.set(problem.parameters, w);
  const zin: number[] = [];
  for (const { index, inputs } of topology.layers) {
    const table = turn(forward.zin[index], first, patterns, inputs, (inputs + 1) * N);
    zin.push(withOnes(table, inputs * N, patterns));
  }
  return {
    first,
    patterns,
    N,
    w,
    zin,
    h1: turnAll(topology, forward.h1, first, patterns),
    h2: turnAll(topology, forward.h2, first, patterns),
    delta: turnAll(topology, backward.delta, first, patterns),
    e: turnAll(topology, backward.e, first, patterns),
    inputPairs: inputPairsOf(topology, part, zin, N),
  };
}

/** The pairs of inputs of all layers whose rows a part has, and earlier ones. */
function inputPairsOf(
  topology: Topology,
  part: Part | undefined,
  zin: readonly number[],
  N: number,
): number[][] {
  const { heap, pairRows } = kernels();
  const ranges = rowRanges(topology, part);
  const pairs: number[][] = [];
  for (const later of topology.layers) {
    const ofLater: number[] = [];
    pairs.push(ofLater);
    if (isEmpty(ranges[later.index])) continue;
    for (const earlier of topology.layers.slice(0, later.index + 1)) {
      const own = later === earlier;
      const count = own ? (later.inputs * (later.inputs + 1)) / 2 : later.inputs * earlier.inputs;
      const table = heap.take(count * N);
      pairRows(zin[earlier.index], earlier.inputs, zin[later.index], later.inputs, own, N, table);
      ofLater.push(table);
    }
  }
  return pairs;
}

/** The tapes of all layers, turned. */
function turnAll(
  { layers }: Topology,
  tape: readonly Float64Array[],
  first: number,
  patterns: number,
): number[] {
  const N = rowLength(patterns);
  const tables: number[] = [];
  for (const { index, units } of layers) tables.push(turn(tape[index], first, patterns, units, units * N));
  return tables;
}

/** Patterns `first` … of a tape [· × units] as rows of a table of `size` numbers; what is left of it is 0. */
function turn(tape: Float64Array, first: number, patterns: number, units: number, size: number): number {
  const { heap } = kernels();
  const table = heap.take(size);
  const { numbers } = heap;
  const N = rowLength(patterns);
  numbers.fill(0, table + units * N, table + size);
  for (let j = 0; j < units; j++) {
    const row = table + j * N;
    for (let n = 0; n < patterns; n++) numbers[row + n] = tape[(first + n) * units + j];
    numbers.fill(0, row + patterns, row + N);
  }
  return table;
}

/** Writes the bias's 1 for each pattern at the end of a table. */
function withOnes(table: number, at: number, patterns: number): number {
  kernels().heap.numbers.fill(1, table + at, table + at + patterns);
  return table;
}
