import { NOTEBOOK_VERSION, type Notebook } from '../../../engine/notebook/notebook.ts';

/** Not written yet. */
export const exercises: Notebook = { version: NOTEBOOK_VERSION, title: 'exercises', cells: [] };
