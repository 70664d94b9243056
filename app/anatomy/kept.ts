import type { MatrixId } from '../../engine/curvature/index.ts';

/** Where in a matrix an entry stands. */
export interface EntryPlace {
  readonly diagonal: boolean;
  readonly sameLayer: boolean;
  /** Both weights lead into one unit or channel. */
  readonly sameUnit: boolean;
}

const always = (sentence: string) => (): string => sentence;

const onDiagonal =
  (sentence: string) =>
  ({ diagonal }: EntryPlace): string =>
    diagonal ? sentence : 'drops everything beside the diagonal';

const inLayer =
  (sentence: string) =>
  ({ sameLayer }: EntryPlace): string =>
    sameLayer ? sentence : 'drops what weights of different layers do together';

/** What each matrix keeps of an entry's terms, and what it drops. */
export const kept: { readonly [K in MatrixId]: (place: EntryPlace) => string } = {
  exact: always('keeps every term'),
  diagonal: onDiagonal(
    'keeps h″ and the squares of single steps back, drops what different paths do together',
  ),
  'outer-product': always('keeps M as it is with the network cut at its outputs y, drops δ'),
  'gauss-newton': always('keeps the terms through M, drops those through δ'),
  residual: always('only the terms through δ: what Gauss–Newton drops'),
  'empirical-fisher': always('puts δδᵀ of the observed targets in M’s place, drops the terms through δ'),
  fisher: always('puts the mean of δδᵀ over the model’s own targets in M’s place, drops the terms through δ'),
  kfac: inLayer('multiplies means over patterns where the entry is a mean of products, drops δ'),
  'gauss-newton-blocks': inLayer('keeps the terms through M, drops those through δ'),
  'block-diagonal': inLayer('keeps every term'),
  'block-diagonal-units': ({ sameUnit }) =>
    sameUnit ? 'keeps every term' : 'drops what weights into different units do together',
  'exact-diagonal': onDiagonal('keeps every term'),
  'fisher-monte-carlo': always('the Fisher matrix from drawn targets: its drops, and the luck of the draw'),
  'kfac-monte-carlo': inLayer('K-FAC from drawn targets: its drops, and the luck of the draw'),
  'hutchinson-diagonal': onDiagonal('keeps every term, and adds entries of the row with random signs'),
  'low-rank': always('keeps what the eigenvectors of largest |λ| carry of all terms, weight decay too'),
  'rank-one': always('knows one product Hv alone: a multiple of (Hv)(Hv)ᵀ'),
  'rank-two': always('knows one product Hv alone: exact along v'),
  'exact-unit-seeded': always('keeps every term: another order of the sums'),
  'exact-r-columns': always('keeps every term: another order of the sums'),
  'closed-form': always('keeps every term: the formula above, summed'),
  'gradient-differences': always('keeps every term, cut at ε² and rounded at 1/ε'),
  'four-point': always('keeps every term, cut at ε² and rounded at 1/ε²'),
};
