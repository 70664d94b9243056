import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { reasonOf } from '../../../workers/asError.ts';
import { recover } from './ahead.ts';
import { type Library, library as ownLibrary } from './library.ts';
import type { KeptNotebook, Listed } from './record.ts';

/** What was kept under an id. A record that can't be read any more stays where it is, and its text can be saved. */
export type OpenedNotebook =
  | { readonly kind: 'notebook'; readonly notebook: Notebook; readonly kept: KeptNotebook }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly message: string; readonly text: string };

/** Opens a notebook as it was last seen, also when its tab came to a sudden end. */
export async function openKept(id: string, library: Library = ownLibrary): Promise<OpenedNotebook> {
  await recover(library);
  const kept = await library.read(id);
  if (kept === null) return { kind: 'missing' };
  try {
    return { kind: 'notebook', notebook: parseNotebook(JSON.parse(kept.text)), kept };
  } catch (error) {
    return { kind: 'unreadable', message: reasonOf(error), text: kept.text };
  }
}

/** All notebooks, or those that hold every word, the last changed first. */
export async function listKept(words = '', library: Library = ownLibrary): Promise<readonly Listed[]> {
  await recover(library);
  return library.search(words);
}
