import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { Moment } from '../../../workers/protocol.ts';
import { approximationsOf } from './moments.ts';

/** One curve of a figure and one row of its table. */
export interface Series {
  readonly label: string;
  /** Place in the list of colours; null: the page's ink. */
  readonly colour: number | null;
  readonly dashed?: true;
  /** Drawn wide and pale below the others, which may lie on it. */
  readonly wide?: true;
  readonly axis: 'share' | 'largest' | 'smallest';
  readonly value: (moment: Moment) => number;
}

const eigenvalues: readonly Series[] = [
  { label: 'largest of H', colour: null, axis: 'largest', value: ({ exact }) => exact.largest },
  {
    label: 'largest of G',
    colour: 1,
    dashed: true,
    axis: 'largest',
    value: ({ gaussNewton }) => gaussNewton.largest,
  },
  { label: 'smallest of H', colour: null, axis: 'smallest', value: ({ exact }) => exact.smallest },
  {
    label: 'smallest of G',
    colour: 1,
    dashed: true,
    axis: 'smallest',
    value: ({ gaussNewton }) => gaussNewton.smallest,
  },
];

const residual: Series = {
  label: 'Residual part',
  colour: 3,
  wide: true,
  axis: 'share',
  value: ({ residualShare }) => residualShare,
};

/** Colours that the residual part does not have. */
const others = [0, 1, 2, 4, 5, 6, 7];

/** The curves of a figure; the error of training is drawn beside them. */
export const seriesOf = (
  experiment: Experiment,
  figure: LensSettings['timeline']['figure'],
): readonly Series[] =>
  figure === 'eigenvalues'
    ? eigenvalues
    : [
        residual,
        ...approximationsOf(experiment).map((id, k): Series => ({
          label: matrixOf(id).label,
          colour: others[k % others.length] ?? 0,
          ...(k >= others.length && { dashed: true }),
          axis: 'share',
          value: ({ relativeErrors }) => relativeErrors[id] ?? NaN,
        })),
      ];
