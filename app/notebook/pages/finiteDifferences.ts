import { NOTEBOOK_VERSION, type Notebook } from '../../../engine/notebook/notebook.ts';

/** Not written yet. */
export const finiteDifferences: Notebook = { version: NOTEBOOK_VERSION, title: 'finiteDifferences', cells: [] };
