/** The list of studies: what the Hessian is for, and beyond feed-forward networks. */
import type * as v from 'valibot';
import { boltzmann } from './boltzmann.ts';
import { density } from './density.ts';
import { influence } from './influence.ts';
import { laplace } from './laplace.ts';
import { perturbation } from './perturbation.ts';
import { pruning } from './pruning.ts';
import { race } from './race.ts';
import { recurrent } from './recurrent.ts';
import { solve } from './solve.ts';

/** What is chosen in every study. A new one is a file of its own and a line here. */
export const studySettings = {
  solve,
  density,
  pruning,
  laplace,
  influence,
  race,
  recurrent,
  boltzmann,
  perturbation,
};

export type StudyId = keyof typeof studySettings;

export type StudySettings = {
  readonly [K in StudyId]: v.InferOutput<(typeof studySettings)[K]['shape']>;
};

/** All studies, in the order of menus. */
export const studyIds = Object.keys(studySettings) as readonly StudyId[];
