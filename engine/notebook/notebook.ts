import type { MatrixId } from '../curvature/index.ts';
import type { Experiment } from '../experiment/document.ts';
import type { LensId, LensSettings } from '../experiment/lenses.ts';
import type { StudyId, StudySettings } from './studies/index.ts';

/** The version of notebooks this build writes. Older ones are migrated, newer ones refused. */
export const NOTEBOOK_VERSION = 1;

/** The panels of an experiment that a cell may show. */
export const experimentPanelIds = ['data', 'network', 'loss', 'training'] as const;

export type ExperimentPanelId = (typeof experimentPanelIds)[number];

/** What each kind of cell holds. An experiment governs the figures after it, until the next. */
export interface CellContents {
  /** Markdown, with mathematics between dollar signs. */
  readonly text: { readonly text: string };
  /** A question, and an answer that stays folded until it is asked for; both as text. */
  readonly check: { readonly question: string; readonly answer: string };
  readonly experiment: {
    readonly experiment: Experiment;
    /** Which of its panels stand in the page. */
    readonly panels: readonly ExperimentPanelId[];
  };
  /** The gallery of the experiment's matrices. */
  readonly matrices: object;
  readonly matrix: { readonly matrix: MatrixId };
  /** Eigenvalues of the matrices on show. */
  readonly spectrum: object;
  /** The experiment's selected entry, taken apart. */
  readonly anatomy: object;
  readonly lens: { [K in LensId]: { readonly lens: K; readonly settings: LensSettings[K] } }[LensId];
  /** The data, and what the network makes of them. */
  readonly data: object;
  /** Sliders for some parameters, by index in the parameter vector. */
  readonly controls: { readonly parameters: readonly number[] };
  /** The inverse of a small matrix, directly and by the sequential formula. */
  readonly inverse: {
    readonly matrix: 'outer-product' | 'exact';
    /** Patterns that the formula has taken in; absent, or beyond the last: all. */
    readonly upTo?: number;
  };
  /** What the Hessian is for, and models beyond feed-forward networks. */
  readonly study: { [K in StudyId]: { readonly study: K; readonly settings: StudySettings[K] } }[StudyId];
}

export type CellKind = keyof CellContents;

/** One cell: an id of its own within the notebook, its kind and what it holds. */
export type Cell<K extends CellKind = CellKind> = {
  [Kind in K]: { readonly id: string; readonly kind: Kind } & CellContents[Kind];
}[K];

/** A page of cells: plain JSON, validated on every entry. */
export interface Notebook {
  readonly version: typeof NOTEBOOK_VERSION;
  readonly title: string;
  /** The built-in page that this is a copy of. */
  readonly page?: string;
  readonly cells: readonly Cell[];
}
