import type { Notebook } from '../../engine/notebook/notebook.ts';
import type { Route } from '../shell/route.ts';
import { pages } from './pages/index.ts';
import { createNotebookEditor } from './state/editor.ts';
import { createNotebookUi, type OnPage } from './useNotebook.ts';

/** Where a notebook on the page comes from. */
export type Origin =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'link' };

export interface Opened extends OnPage {
  readonly origin: Origin;
}

const onPage = (notebook: Notebook, origin: Origin): Opened => ({
  editor: createNotebookEditor(notebook),
  ui: createNotebookUi(),
  origin,
});

/** Opens what the address names. @throws Error with a sentence for the person */
export async function openRoute(route: Exclude<Route, { view: 'explorer' | 'library' }>): Promise<Opened> {
  if (route.view !== 'page') throw new Error('internal: not yet');
  const entry = pages.find(({ id }) => id === route.id);
  if (entry === undefined) throw new Error(`unknown page: ${route.id}`);
  return onPage(await entry.load(), { kind: 'page', id: route.id });
}
