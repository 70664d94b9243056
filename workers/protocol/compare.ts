import type { Comparison } from '../../engine/comparison/comparison.ts';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';

export type { Comparison, EntryPair, Points } from '../../engine/comparison/comparison.ts';
export type { LayerPair, LayerPairs } from '../../engine/comparison/layerPairs.ts';

export interface CompareRequest {
  readonly problem: Problem;
  /** Approximations to hold against H. */
  readonly matrices: readonly MatrixId[];
}

export interface Compared {
  /** H itself, [W × W], and its largest |entry|; null when it is too much work. */
  readonly exact: { readonly values: Float64Array; readonly largest: number } | null;
  readonly matrices: Partial<Record<MatrixId, Comparison>>;
  /** Sentences: what was left out and why. */
  readonly refused: readonly string[];
}

export interface EigenvaluesRequest {
  readonly problem: Problem;
  readonly matrix: MatrixId;
}

export interface Eigenvalues {
  readonly matrix: MatrixId;
  /** The largest first: all of them, or the largest and the smallest alone; empty where refused. */
  readonly values: Float64Array;
  readonly complete: boolean;
  /** Bound on their errors. */
  readonly bound: number;
  /** A sentence, or null. */
  readonly refused: string | null;
}
