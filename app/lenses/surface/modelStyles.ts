import type { SurfaceModel } from '../../../workers/protocol.ts';
import type { Ink } from '../../charts/ink.ts';

/** How a model is told apart: by colour, by dashes, and by the mark at its lowest point. */
interface ModelStyle {
  readonly label: string;
  /** Of `useInk`; in style sheets `--accent` and so on. */
  readonly colour: keyof Ink & ('accent' | 'positive' | 'ink');
  /** For plotly.js and, in units of the line's width, for SVG. */
  readonly dash: 'solid' | 'dash' | 'dot';
  readonly dashes: string;
  readonly mark: 'circle' | 'diamond' | 'square';
}

export const modelStyles: Readonly<Record<SurfaceModel, ModelStyle>> = {
  exact: { label: 'Exact H', colour: 'accent', dash: 'solid', dashes: '', mark: 'circle' },
  'gauss-newton': {
    label: 'Gauss–Newton',
    colour: 'positive',
    dash: 'dash',
    dashes: '6 4',
    mark: 'diamond',
  },
  diagonal: { label: 'Diagonal', colour: 'ink', dash: 'dot', dashes: '1.5 3', mark: 'square' },
};

/** All models in the order of keys and rows. */
export const modelIds = Object.keys(modelStyles) as readonly SurfaceModel[];
