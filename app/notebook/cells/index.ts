/** The list of cell kinds. A new one is a file of its own, a line in CellContents and an entry here. */
import { lazy } from 'react';
import type { CellKind } from '../../../engine/notebook/notebook.ts';
import { AnatomyCell } from './AnatomyCell.tsx';
import type { CellKindEntry } from './cell.ts';
import { CheckCell, TextCell } from './TextCells.tsx';
import { ControlsCell } from './ControlsCell.tsx';
import { DataCell } from './DataCell.tsx';
import { ExperimentCell } from './ExperimentCell.tsx';
import { LensCell } from './LensCell.tsx';
import { MatricesCell } from './MatricesCell.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import { SpectrumCell } from './SpectrumCell.tsx';
import { StudyCell } from './StudyCell.tsx';
import { studies } from '../../studies/index.ts';

const always = (): boolean => true;
const never = (): boolean => false;

/** Every kind of cell, in the order of menus. */
export const cellKinds: { readonly [K in CellKind]: CellKindEntry<K> } = {
  text: {
    label: 'Text',
    about: 'Prose in Markdown, with mathematics between dollar signs.',
    needsExperiment: never,
    height: 0,
    Cell: TextCell,
  },
  check: {
    label: 'Check yourself',
    about: 'A question, and an answer that stays folded until it is asked for.',
    needsExperiment: never,
    height: 0,
    Cell: CheckCell,
  },
  experiment: {
    label: 'Experiment',
    about: 'Network, data, loss and training: the figures below follow it.',
    needsExperiment: never,
    height: 420,
    Cell: ExperimentCell,
  },
  matrices: {
    label: 'Matrices',
    about: 'The gallery: several matrices side by side, live.',
    needsExperiment: always,
    height: 760,
    Cell: MatricesCell,
  },
  matrix: {
    label: 'One matrix',
    about: 'A single matrix, large.',
    needsExperiment: always,
    height: 520,
    Cell: MatrixCell,
  },
  spectrum: {
    label: 'Spectrum',
    about: 'The eigenvalues of the matrices on show, overlaid.',
    needsExperiment: always,
    height: 460,
    Cell: SpectrumCell,
  },
  anatomy: {
    label: 'Anatomy of an entry',
    about: 'The selected entry taken apart into the terms that make it.',
    needsExperiment: always,
    height: 520,
    Cell: AnatomyCell,
  },
  lens: {
    label: 'Lens',
    about: 'Differences, R{backprop} step by step, errors over training, the ε-sweep, costs or the surface.',
    needsExperiment: always,
    height: 560,
    Cell: LensCell,
  },
  data: {
    label: 'Data and fit',
    about: 'The data, and what the network makes of them.',
    needsExperiment: always,
    height: 260,
    Cell: DataCell,
  },
  controls: {
    label: 'Sliders',
    about: 'Sliders for weights and biases of your choice.',
    needsExperiment: always,
    height: 120,
    Cell: ControlsCell,
  },
  inverse: {
    label: 'Inverse',
    about: 'The inverse of a small matrix, directly and one pattern at a time.',
    needsExperiment: always,
    height: 420,
    Cell: lazy(() => import('./InverseCell.tsx')),
  },
  study: {
    label: 'Study',
    about: 'What the Hessian is for, and models beyond feed-forward networks.',
    needsExperiment: ({ study }) => studies[study].follows,
    height: 620,
    Cell: StudyCell,
  },
};
