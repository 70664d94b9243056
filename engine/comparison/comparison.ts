import { largestEntry, relativeDifference } from '../curvature/compare.ts';
import type { MatrixValues } from '../curvature/matrix.ts';
import type { Topology } from '../network/topology.ts';
import { denseOf } from './denseOf.ts';
import { layerPairs, type LayerPairs, layersOfParameters } from './layerPairs.ts';
import { entrySample, type EntrySample } from './scatterSample.ts';
import { signAgreement, type SignAgreement } from './signAgreement.ts';

/** One entry of both matrices. */
export interface EntryPair {
  readonly row: number;
  readonly column: number;
  readonly approximate: number;
  readonly exact: number;
}

/** A sample of entries as points: approximate against exact. */
export interface Points extends EntrySample {
  readonly exact: Float64Array;
  readonly approximate: Float64Array;
  /** Index into `LayerPairs.pairs`. */
  readonly pair: Uint8Array;
}

/** An approximation A held against the exact Hessian H. */
export interface Comparison {
  /** `A − H`, [W × W], row-major. */
  readonly difference: Float64Array;
  /** The largest |A_ij − H_ij|. */
  readonly largest: number;
  /** `‖A − H‖_F / ‖H‖_F`; NaN where ‖H‖ = 0. */
  readonly relativeError: number;
  /** Where |A_ij − H_ij| is largest, in the lower triangle. */
  readonly worst: EntryPair;
  readonly signs: SignAgreement;
  readonly blocks: LayerPairs;
  readonly points: Points;
}

/** Everything the page says of A against H [W × W]; a diagonal A is 0 off its diagonal. O(W²). */
export function comparisonOf(topology: Topology, matrix: MatrixValues, H: Float64Array): Comparison {
  const { W } = topology;
  const A = denseOf(matrix);
  const difference = new Float64Array(W * W);
  for (let q = 0; q < difference.length; q++) difference[q] = A[q] - H[q];
  return {
    difference,
    largest: largestEntry({ form: 'dense', values: difference }),
    relativeError: relativeDifference(matrix, H, W),
    worst: worstEntry(A, H, W),
    signs: signAgreement(A, H),
    blocks: layerPairs(topology, difference, H),
    points: pointsOf(topology, A, H),
  };
}

/** The entry i ≥ j of largest |A_ij − H_ij|, the first of equals. O(W²). */
function worstEntry(A: Float64Array, H: Float64Array, W: number): EntryPair {
  let at = 0;
  let worst = -1;
  for (let row = 0; row < W; row++) {
    for (let q = row * W; q <= row * (W + 1); q++) {
      const size = Math.abs(A[q] - H[q]);
      if (!(size > worst)) continue;
      worst = size;
      at = q;
    }
  }
  return { row: Math.floor(at / W), column: at % W, approximate: A[at], exact: H[at] };
}

function pointsOf(topology: Topology, A: Float64Array, H: Float64Array): Points {
  const { W } = topology;
  const { layer } = layersOfParameters(topology);
  const sample = entrySample(A, H, W);
  const take = (values: Float64Array): Float64Array =>
    Float64Array.from(sample.rows, (row, q) => values[row * W + sample.columns[q]]);
  // Pairs l ≥ m one after another: l(l+1)/2 come before layer l's own.
  const pair = Uint8Array.from(sample.rows, (row, q) => {
    const l = layer[row];
    return (l * (l + 1)) / 2 + layer[sample.columns[q]];
  });
  return { ...sample, exact: take(H), approximate: take(A), pair };
}
