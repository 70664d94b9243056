import { createStore, type StoreApi } from 'zustand';
import type { Notebook } from '../../engine/notebook/notebook.ts';
import { addressOf, type Route } from '../shell/route.ts';
import { notify } from '../state/notices.ts';
import { notebookToSave } from './document.ts';
import { openKept } from './keeping/kept.ts';
import { type BecameCopy, type Keeper, keepNotebook } from './keeping/keep.ts';
import { decodeNotebookLink } from './keeping/link.ts';
import type { KeptNotebook } from './keeping/record.ts';
import { pages } from './pages/index.ts';
import { createNotebookEditor } from './state/editor.ts';
import { askForMarkdown } from './text/Markdown.tsx';
import { createNotebookUi, type OnPage } from './useNotebook.ts';

/** Where a notebook on the page comes from. */
export type Origin =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'own'; readonly keeper: Keeper };

/** What an address can name on the notebook side, the library apart. */
export type NotebookRoute = Exclude<Route, { view: 'explorer' | 'library' }>;

export interface Opened extends OnPage {
  /** A page or a link's notebook becomes the person's own with the first change. */
  readonly origin: StoreApi<{ readonly origin: Origin }>;
  readonly close: () => Promise<void>;
}

/** Names the person's own notebook in the address, and tells those who follow it: replacing it alone is silent. */
function showAddress(id: string): void {
  history.replaceState(null, '', addressOf.notebook(id));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function becameCopy({ id, title, removed }: BecameCopy): void {
  showAddress(id);
  const why = removed ? 'was deleted in another tab' : 'was changed in another tab';
  notify({ tone: 'caution', text: `This notebook ${why}: yours goes on as “${title}”.` });
}

/** Puts a notebook on the page; `kept` is what was read when it is the person's own. */
function putOnPage(notebook: Notebook, from: Exclude<Origin, { kind: 'own' }> | KeptNotebook): Opened {
  const editor = createNotebookEditor(notebook);
  const labs: OnPage['labs'] = new Map();
  const read = (): Notebook => notebookToSave({ editor, labs });
  const keep = (kept: KeptNotebook | null): Keeper =>
    keepNotebook({ editor, kept, onCopy: becameCopy, read });
  const origin = createStore<{ origin: Origin }>()(() => ({
    origin: 'kind' in from ? from : { kind: 'own', keeper: keep(from) },
  }));
  const keeperNow = (): Keeper | null => {
    const now = origin.getState().origin;
    return now.kind === 'own' ? now.keeper : null;
  };
  const leave = editor.store.subscribe(() => {
    if (keeperNow() !== null) return;
    const keeper = keep(null);
    origin.setState({ origin: { kind: 'own', keeper } });
    showAddress(keeper.store.getState().id);
  });
  return {
    editor,
    labs,
    ui: createNotebookUi(),
    origin,
    noteSelection: () => keeperNow()?.changed(),
    async close() {
      leave();
      await keeperNow()?.stop();
    },
  };
}

async function open(route: NotebookRoute): Promise<Opened> {
  if (route.view === 'page') {
    const entry = pages.find(({ id }) => id === route.id);
    if (entry === undefined) throw new Error(`unknown page: ${route.id}`);
    return putOnPage({ ...(await entry.load()), page: route.id }, { kind: 'page', id: route.id });
  }
  if (route.view === 'shared') {
    const decoded = decodeNotebookLink(route.fragment);
    if (!decoded.ok) throw new Error(decoded.message);
    return putOnPage(decoded.notebook, { kind: 'link', fragment: route.fragment });
  }
  const kept = await openKept(route.id);
  if (kept.kind === 'missing') throw new Error('it is not in this browser, or was deleted');
  if (kept.kind === 'unreadable') throw new Error(`it can’t be read: ${kept.message}`);
  return putOnPage(kept.notebook, kept.kept);
}

/** Whether a route names what is on the page: once a page or a link's notebook was changed, it no longer does. */
export function showsRoute({ origin }: Opened, route: NotebookRoute): boolean {
  const { origin: now } = origin.getState();
  if (now.kind === 'own') return route.view === 'notebook' && now.keeper.store.getState().id === route.id;
  if (now.kind === 'page') return route.view === 'page' && now.id === route.id;
  return route.view === 'shared' && now.fragment === route.fragment;
}

/** What was asked for last, once it is there; null when it could not be opened. */
let current: Promise<Opened | null> = Promise.resolve(null);

/** Opens what the address names, once; what was open before is written and closed. @throws a sentence for the person */
export function openRoute(route: NotebookRoute): Promise<Opened> {
  askForMarkdown();
  const opened = current.then(async (there) => {
    if (there !== null && showsRoute(there, route)) return there;
    await there?.close();
    return open(route);
  });
  current = opened.catch(() => null);
  return opened;
}
