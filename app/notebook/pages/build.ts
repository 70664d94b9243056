import { type Experiment, VERSION, type ViewSpec } from '../../../engine/experiment/document.ts';
import type { LensId, LensSettings } from '../../../engine/experiment/lenses.ts';
import type { StudyId, StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { Initialisation, TrainingSpec } from '../../../engine/experiment/document.ts';
import type { LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import {
  type Cell,
  type CellContents,
  type CellKind,
  type ExperimentPanelId,
  type Notebook,
  NOTEBOOK_VERSION,
} from '../../../engine/notebook/notebook.ts';

/** A cell that has no id yet. */
export type Draft = { [K in CellKind]: { readonly kind: K } & CellContents[K] }[CellKind];

/** An experiment of a page: what is left out gets its default, weights as {seed, scale} are drawn. */
export interface Setting extends Pick<Experiment, 'title' | 'network' | 'loss' | 'data'> {
  readonly weightDecay?: number;
  readonly parameters: Initialisation | readonly number[];
  readonly training?: Partial<TrainingSpec>;
  readonly view?: Partial<ViewSpec>;
}

/** A built-in page: its cells are called c1, c2, … in their order. */
export const page = (id: string, title: string, cells: readonly Draft[]): Notebook => ({
  version: NOTEBOOK_VERSION,
  title,
  page: id,
  cells: cells.map((cell, at): Cell => ({ id: `c${at + 1}`, ...cell })),
});

/** Markdown with mathematics between dollar signs. */
export const text = (source: string): Draft => ({ kind: 'text', text: source.trim() });

/** A question whose answer stays folded. */
export const check = (question: string, answer: string): Draft => ({
  kind: 'check',
  question: question.trim(),
  answer: answer.trim(),
});

/**
 * The experiment that the figures after it follow.
 * @throws what parseExperiment says of a setting that is wrong
 */
export const experiment = (setting: Setting, panels: readonly ExperimentPanelId[]): Draft => ({
  kind: 'experiment',
  experiment: parseExperiment({ version: VERSION, ...setting }),
  panels,
});

export const matrices = (): Draft => ({ kind: 'matrices' });

export const matrix = (id: CellContents['matrix']['matrix']): Draft => ({ kind: 'matrix', matrix: id });

export const spectrum = (): Draft => ({ kind: 'spectrum' });

export const anatomy = (): Draft => ({ kind: 'anatomy' });

export const controls = (parameters: readonly number[]): Draft => ({ kind: 'controls', parameters });

export const inverse = (of: CellContents['inverse']['matrix']): Draft => ({ kind: 'inverse', matrix: of });

export const lens = <K extends LensId>(id: K, settings: LensSettings[K]): Draft =>
  ({ kind: 'lens', lens: id, settings }) as Draft;

export const study = <K extends StudyId>(id: K, settings: StudySettings[K]): Draft =>
  ({ kind: 'study', study: id, settings }) as Draft;

/** Layers of tanh units, one after another, and the outputs. */
export function feedForward(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  activation: LayerSpec['activation'] = 'identity',
): NetworkSpec {
  const layers = hidden.map((units, at): LayerSpec => ({
    name: `hidden${at + 1}`,
    kind: 'dense',
    units,
    activation: 'tanh',
    from: [at === 0 ? 'input' : `hidden${at}`],
  }));
  const from = [layers.at(-1)?.name ?? 'input'];
  return {
    input: [inputs],
    layers: [...layers, { name: 'output', kind: 'dense', units: outputs, activation, from }],
  };
}

export const sumOfSquares = { kind: 'sum-of-squares', reduction: 'sum' } as const;
export const binaryCrossEntropy = { kind: 'binary-cross-entropy', reduction: 'sum' } as const;
export const softmaxCrossEntropy = { kind: 'softmax-cross-entropy', reduction: 'sum' } as const;
