import { NOTEBOOK_VERSION, type Notebook } from '../../../engine/notebook/notebook.ts';

/** Not written yet. */
export const exactEvaluation: Notebook = { version: NOTEBOOK_VERSION, title: 'exactEvaluation', cells: [] };
