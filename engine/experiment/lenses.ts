import type { MatrixId } from '../curvature/index.ts';

/** Ways of looking at an experiment beside the gallery of matrices, each with what a person chooses in it. */
export interface LensSettings {
  /** An approximation held against H. */
  readonly differences: {
    /** Absent: the first approximation on show. */
    readonly matrix?: MatrixId;
    readonly figure: 'difference' | 'scatter' | 'blocks' | 'spectra';
  };
  /** R{backprop} of one pattern, unit by unit; which pattern is `view.pattern`. */
  readonly stepper: {
    /** Steps taken so far. */
    readonly step: number;
    /** Absent: the network. */
    readonly figure?: 'network' | 'table';
  };
  /** Errors of the approximations over the steps of training. */
  readonly timeline: { readonly figure: 'errors' | 'eigenvalues' };
  /** Finite differences against their step. */
  readonly sweep: { readonly of: 'product' | 'entry' };
  /** Operation counts and times. */
  readonly cost: { readonly figure: 'network' | 'growth' };
  /** The error over a plane through w. */
  readonly surface: {
    /** Two weights, or the eigenvectors of H of largest |λ|. */
    readonly axes: 'weights' | 'eigenvectors';
    /** Indices of two parameters, or ranks of two eigenvectors, from 0. */
    readonly first: number;
    readonly second: number;
    /** Half the width of the plane. */
    readonly span: number;
    readonly models: readonly ('exact' | 'gauss-newton' | 'diagonal')[];
  };
}

export type LensId = keyof LensSettings;

/** What a lens shows when nothing was chosen in it. */
export const LENS_DEFAULTS: LensSettings = {
  differences: { figure: 'difference' },
  stepper: { step: 0 },
  timeline: { figure: 'errors' },
  sweep: { of: 'product' },
  cost: { figure: 'network' },
  surface: { axes: 'weights', first: 0, second: 1, span: 1, models: ['exact', 'gauss-newton', 'diagonal'] },
};

/** All lenses, in the order of their tabs. */
export const lensIds = Object.keys(LENS_DEFAULTS) as readonly LensId[];
