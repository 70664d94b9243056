import type { ComponentType } from 'react';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { LensId, LensSettings } from '../../engine/experiment/lenses.ts';
import type { Edit } from '../state/experiment.ts';

/** What a lens is given: it reads no store, so that it stands in the explorer and in a notebook alike. */
export interface LensProps<K extends LensId> {
  readonly experiment: Experiment;
  /** What is chosen in this lens. */
  readonly settings: LensSettings[K];
  /** Changes some of it; edits of one gesture are undone together. */
  readonly onSettings: (change: Partial<LensSettings[K]>, gesture?: string) => void;
  /** Changes the experiment. */
  readonly onEdit: (change: Edit, gesture?: string) => void;
}

/** One entry of the list of lenses. */
export interface Lens<K extends LensId> {
  readonly label: string;
  /** One or two sentences in plain language. */
  readonly about: string;
  /** `PRML 5.4.4`. */
  readonly section: string;
  readonly Panel: ComponentType<LensProps<K>>;
}
