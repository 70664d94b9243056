import type { Problem } from '../../engine/experiment/problem.ts';
import type { DirectInverse } from '../../engine/solve/directInverse.ts';
import type { RankOneStep } from '../../engine/solve/sequentialInverse.ts';

export interface InverseRequest {
  readonly problem: Problem;
  readonly matrix: 'outer-product' | 'exact';
  /** Patterns that the sequential inverse has seen; beyond the last it is all. */
  readonly upTo: number;
}

/** A direct inverse with its largest |entry|; NaN without one. */
export interface Inverse extends DirectInverse {
  readonly largest: number;
}

/** The sequential inverse after some patterns, and how far it is from its end after each. */
export interface Film {
  /** The weight decay, which the start αI takes. */
  readonly alpha: number;
  readonly upTo: number;
  /** After `upTo` patterns, [W × W]. */
  readonly values: Float64Array;
  readonly largest: number;
  /** From the direct inverse, relative, after n = 0 … N patterns. */
  readonly distances: Float64Array;
  /** The corrections of pattern `upTo`, one for every output; none at the start. */
  readonly steps: readonly RankOneStep[];
  /** Directions along which the patterns so far have added nothing: there the inverse is still 1/α. */
  readonly untouched: number;
}

export interface InverseReply {
  readonly W: number;
  /** Why there is nothing at all, or null. */
  readonly refused: string | null;
  readonly direct: Inverse | null;
  /** Of the outer product. */
  readonly film: Film | null;
  /** Why there is no film of the outer product, or null. */
  readonly noFilm: string | null;
  /** The outer product's inverse beside that of H, and ‖G⁻¹ − H⁻¹‖_F/‖H⁻¹‖_F. */
  readonly outerProduct: (Inverse & { readonly difference: number }) | null;
}
