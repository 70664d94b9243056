import type { ComponentType } from 'react';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { StudyId, StudySettings } from '../../engine/notebook/studies/index.ts';
import type { Edit } from '../state/experiment.ts';

/** What a study is given: it reads no store. */
export interface StudyProps<K extends StudyId> {
  /** What is chosen in this study. */
  readonly settings: StudySettings[K];
  /** Changes some of it; changes of one gesture are undone together. */
  readonly onSettings: (change: Partial<StudySettings[K]>, gesture?: string) => void;
}

/** Of a study of the experiment above it. */
export interface FollowingProps<K extends StudyId> extends StudyProps<K> {
  readonly experiment: Experiment;
  /** Changes the experiment. */
  readonly onEdit: (change: Edit, gesture?: string) => void;
  /** Changes both in one step to undo. */
  readonly onBoth: (change: Edit, settings: Partial<StudySettings[K]>) => void;
}

/** One entry of the list of studies. */
export type Study<K extends StudyId> = {
  readonly label: string;
  /** One or two sentences in plain language. */
  readonly about: string;
} & (
  | { readonly follows: true; readonly Panel: ComponentType<FollowingProps<K>> }
  | { readonly follows: false; readonly Panel: ComponentType<StudyProps<K>> }
);
