import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { downloadText, fileName } from '../../sharing/file.ts';
import { exactJson } from '../../sharing/json.ts';

/** The notebook as the text of a file, every number to the last bit. */
export const notebookFileText = (notebook: Notebook): string => `${exactJson(notebook)}\n`;

/** Hands the notebook out as a file, and returns the file's name. */
export const downloadNotebook = (notebook: Notebook): string =>
  downloadText(fileName(notebook.title, 'notebook'), notebookFileText(notebook));
