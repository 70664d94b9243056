import { NOTEBOOK_VERSION, type Notebook } from '../../../engine/notebook/notebook.ts';

/** Not written yet. */
export const choosing: Notebook = { version: NOTEBOOK_VERSION, title: 'choosing', cells: [] };
