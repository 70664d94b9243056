import type { Run } from '../network/runs.ts';
import type { Heap } from './heap.ts';

/**
 * Rows of numbers whose products are wanted, and where each goes: the product of row r of A with row s of
 * B is added at `to + r1[r] + c1[s]`. Offsets of rows and of the address tables (integers) are in the heap.
 */
export interface Products {
  /** Offset of each row of A: an integer table of R entries. */
  readonly rows: number;
  readonly R: number;
  /** Offset of B [S × N]. */
  readonly B: number;
  readonly S: number;
  readonly N: number;
  readonly to: number;
  readonly r1: number;
  readonly c1: number;
  /** Address tables of a second place, where the product is wanted twice. */
  readonly second?: { readonly r2: number; readonly c2: number };
}

/** Rows to be mixed: `to_j = Σ_q w[j,q] from_q`, each row N numbers; with `times`, `to_j = times_j Σ_q w[j,q] from_q`. */
export interface Mix {
  readonly from: number;
  readonly fromStride: number;
  readonly count: number;
  /** Offset of the first weight; the strides lead to the next q and the next j. */
  readonly w: number;
  readonly wStride: number;
  readonly wOutStride: number;
  readonly to: number;
  readonly toStride: number;
  readonly outs: number;
  readonly N: number;
  /** Offset of one row for each j, one after the other: what the sum is multiplied with at the end. */
  readonly times?: number;
}

/** A block of the lower triangle of a matrix [W × W] at offset A, on its way to packed entries (network/shares.ts). */
export interface Pack {
  readonly A: number;
  readonly W: number;
  readonly rows: Run;
  readonly columns: Run;
  readonly factor: number;
  readonly to: number;
}

/**
 * A block of a symmetric matrix A and of what it is compared with, H: rows and columns of the lower triangle, row by
 * row up to the diagonal (network/shares.ts).
 */
export interface Fold {
  /** Offsets of the block's packed entries. */
  readonly a: number;
  readonly h: number;
  readonly rows: Run;
  readonly columns: Run;
  /** Integer table: the cell of each index, rising. */
  readonly cellOf: number;
  /** Cells (I, J), J ≤ I, at I(I + 1)/2 + J. */
  readonly cells: number;
  /** Room for as many numbers as the widest block has columns, and one more. */
  readonly strip: number;
  /** Five numbers: Σ A² and Σ (A − H)² beside the diagonal, mirror images counted, both on it, and the largest |entry|. */
  readonly sums: number;
}

/** Length of the rows that hold N numbers: a multiple of four, a step of the kernels' loops; what is left of them is 0. */
export const rowLength = (N: number): number => (N + 3) & ~3;

/** The few loops that everything dense goes through. N, the length of all rows, is a multiple of four; tables lie in the heap. */
export interface Loops {
  readonly heap: Heap;
  /** Dot products of all rows of A with all of B, to their addresses; `add` to what is at r1 + c1. 2·R·S·N operations. */
  addProducts(products: Products, add: boolean): void;
  /** `x_i y_p` for all pairs of rows: `[p][i][N]`, only i ≤ p where `symmetric`. */
  pairRows(x: number, xs: number, y: number, ys: number, symmetric: boolean, N: number, to: number): void;
  /** Weighted sums of rows, added to what is there where `add`, multiplied then. 2·outs·count·N operations. */
  mixRows(mix: Mix, add: boolean): void;
  /** The block's entries times a factor, row by row up to the diagonal. O(entries). */
  packBlock(pack: Pack): void;
  /**
   * Adds the sums over a block, and keeps in each cell the entry of largest magnitude. NaN is in the sums alone.
   * O(entries).
   */
  foldBlock(fold: Fold): void;
  /** `to *= by`, entry by entry. */
  timesRows(to: number, by: number, count: number): void;
  /** `to -= by`, entry by entry. */
  minusRows(to: number, by: number, count: number): void;
}
