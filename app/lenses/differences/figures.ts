import type { LensSettings } from '../../../engine/experiment/lenses.ts';

type FigureId = LensSettings['differences']['figure'];

interface FigureText {
  readonly label: string;
  /** It shows one approximation, to be chosen. */
  readonly ofOne: boolean;
  readonly note: string;
}

/** The four figures: how each is called and read. */
export const figures = {
  difference: {
    label: 'A − H',
    ofOne: false,
    note: 'Approximation minus exact for all on show, in the colours of H itself: what is pale here is small beside H. Orange is too large, purple too small.',
  },
  scatter: {
    label: 'Scatter',
    ofOne: true,
    note: 'Every entry as a point: exact to the right, approximate upwards. On the line both are the same; on the level line the approximation has dropped the entry. Drag to zoom, double-click to return.',
  },
  blocks: {
    label: 'Blocks',
    ofOne: true,
    note: 'The same error, block by block: which pairs of layers the approximation gets wrong, and how much of the whole squared error each is responsible for.',
  },
  spectra: {
    label: 'Spectra',
    ofOne: false,
    note: 'All eigenvalues, the largest first, of H and of every approximation on show: linear near zero, logarithmic beyond.',
  },
} satisfies Record<FigureId, FigureText>;

export const figureOptions = (Object.keys(figures) as FigureId[]).map((value) => ({
  value,
  label: figures[value].label,
}));
