import { NOTEBOOK_VERSION, type Notebook } from '../../../engine/notebook/notebook.ts';

/** Not written yet. */
export const fastMultiplication: Notebook = { version: NOTEBOOK_VERSION, title: 'fastMultiplication', cells: [] };
