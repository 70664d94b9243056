import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Eigenvalues } from '../../../workers/protocol.ts';
import { counted } from '../../controls/counted.ts';

export interface SpectrumFacts {
  readonly largest: number;
  readonly smallest: number;
  /** Eigenvalues below zero by more than their error bound; NaN where not all are known. */
  readonly negative: number;
}

export const spectrumFacts = ({ values, complete, bound }: Eigenvalues): SpectrumFacts => ({
  largest: values[0] ?? NaN,
  smallest: values[values.length - 1] ?? NaN,
  negative: complete ? values.filter((value) => value < -bound).length : NaN,
});

const hasNegative = ({ smallest }: SpectrumFacts, bound: number): boolean => smallest < -bound;

/** What the eigenvalues say, in a sentence or two: of H, and of Gauss–Newton beside it where that is on show. */
export function spectraSentence(spectra: readonly Eigenvalues[]): string {
  const find = (id: MatrixId): Eigenvalues | undefined =>
    spectra.find(({ matrix, values }) => matrix === id && values.length > 0);
  const H = find('exact');
  if (H === undefined) return '';
  const facts = spectrumFacts(H);
  const several = H.complete ? counted(facts.negative, 'negative eigenvalue') : 'negative eigenvalues';
  const first = hasNegative(facts, H.bound)
    ? `H has ${several}: along their eigenvectors E curves downwards.`
    : 'H has no negative eigenvalue: E curves upwards, or not at all, in every direction.';
  const G = find('gauss-newton');
  if (G === undefined) return first;
  const second = hasNegative(spectrumFacts(G), G.bound)
    ? 'Gauss–Newton has negative ones, too: the loss is not convex in the outputs, so B is not positive semi-definite here.'
    : 'Gauss–Newton has none: where B is positive semi-definite, JᵀBJ can’t have any.';
  return `${first} ${second}`;
}
