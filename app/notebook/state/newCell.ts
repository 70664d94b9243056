import type { Experiment } from '../../../engine/experiment/document.ts';
import { LENS_DEFAULTS, type LensId } from '../../../engine/experiment/lenses.ts';
import type { Cell, CellKind, Notebook } from '../../../engine/notebook/notebook.ts';
import { type StudyId, studySettings } from '../../../engine/notebook/studies/index.ts';
import { lensSettings } from '../../state/edits/lens.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import type { CellContent } from './content.ts';

/** Sliders of a new controls cell. */
const FIRST_CONTROLS = 3;

/** The experiment cell that governs what stands at `at`: the last one before it, or none. */
export const governing = ({ cells }: Notebook, at: number): Cell<'experiment'> | null =>
  cells.slice(0, at).findLast((cell): cell is Cell<'experiment'> => cell.kind === 'experiment') ?? null;

/** The selected entry's parameters, and others after them. */
function firstControls({ parameters, view }: Experiment): readonly number[] {
  const others = parameters.slice(0, FIRST_CONTROLS).map((_w, index) => index);
  return [...new Set([...(view.entry ?? []), ...others])].slice(0, FIRST_CONTROLS);
}

/** A study as it is when nothing was chosen in it. */
export const studyContent = (study: StudyId): CellContent<'study'> =>
  ({ kind: 'study', study, settings: studySettings[study].defaults }) as CellContent<'study'>;

const contents: { readonly [K in CellKind]: (experiment: Experiment) => CellContent<K> } = {
  text: () => ({ kind: 'text', text: '' }),
  check: () => ({ kind: 'check', question: '', answer: '' }),
  experiment: (experiment) => ({ kind: 'experiment', experiment, panels: ['data', 'network'] }),
  matrices: () => ({ kind: 'matrices' }),
  matrix: ({ view: { matrices } }) => ({ kind: 'matrix', matrix: matrices[0] ?? 'exact' }),
  spectrum: () => ({ kind: 'spectrum' }),
  anatomy: () => ({ kind: 'anatomy' }),
  lens: () => ({ kind: 'lens', lens: 'differences', settings: LENS_DEFAULTS.differences }),
  data: () => ({ kind: 'data' }),
  controls: (experiment) => ({ kind: 'controls', parameters: firstControls(experiment) }),
  inverse: () => ({ kind: 'inverse', matrix: 'outer-product' }),
  study: () => studyContent('solve'),
};

const experimentAt = (notebook: Notebook, at: number): Experiment =>
  governing(notebook, at)?.experiment ?? startingExperiment;

/**
 * A cell to insert at `at`, with something sensible in it: an experiment begins as the one that governs there,
 * sliders are for the parameters selected in it.
 */
export const newCell = (kind: CellKind, id: string, notebook: Notebook, at: number): Cell => ({
  id,
  ...contents[kind](experimentAt(notebook, at)),
});

const lensContents: { readonly [K in LensId]: (experiment: Experiment) => CellContent<'lens'> } = {
  differences: ({ view }) => ({
    kind: 'lens',
    lens: 'differences',
    settings: lensSettings(view, 'differences'),
  }),
  stepper: ({ view }) => ({ kind: 'lens', lens: 'stepper', settings: lensSettings(view, 'stepper') }),
  timeline: ({ view }) => ({ kind: 'lens', lens: 'timeline', settings: lensSettings(view, 'timeline') }),
  sweep: ({ view }) => ({ kind: 'lens', lens: 'sweep', settings: lensSettings(view, 'sweep') }),
  cost: ({ view }) => ({ kind: 'lens', lens: 'cost', settings: lensSettings(view, 'cost') }),
  surface: ({ view }) => ({ kind: 'lens', lens: 'surface', settings: lensSettings(view, 'surface') }),
};

/** A lens to insert at `at`, as it was last set in the experiment that governs there. */
export const newLens = (lens: LensId, id: string, notebook: Notebook, at: number): Cell => ({
  id,
  ...lensContents[lens](experimentAt(notebook, at)),
});

/** A study to insert. */
export const newStudy = (study: StudyId, id: string): Cell => ({ id, ...studyContent(study) });
