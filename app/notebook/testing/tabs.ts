import { vi } from 'vitest';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { textStore } from '../../state/storage.ts';
import { fakeIndexedDb } from '../../state/testing/fakeIndexedDb.ts';
import { fakeStorage } from '../../state/testing/fakeStorage.ts';
import { keepNotebook, type BecameCopy } from '../keeping/keep.ts';
import { openKept, listKept } from '../keeping/kept.ts';
import { createLibrary } from '../keeping/library.ts';
import { insertCell, freeId } from '../state/commands.ts';
import { createNotebookEditor } from '../state/editor.ts';
import { NOTEBOOK_VERSION } from '../../../engine/notebook/notebook.ts';

export const EMPTY: Notebook = { version: NOTEBOOK_VERSION, title: 'Notes', cells: [] };

/** A browser of one test file, with storage that can be slow and tabs that can end without a word. */
export function fakeBrowser() {
  const times = { latency: () => 1 };
  const database = fakeIndexedDb(() => times.latency());
  const local = fakeStorage();
  vi.stubGlobal('indexedDB', database.factory);
  vi.stubGlobal('localStorage', local);

  /** One tab's window: events that only its own page hears. */
  function openTab() {
    const events = new EventTarget();
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
    vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
    vi.stubGlobal('document', page);
    const show = (state: DocumentVisibilityState): void => {
      vi.stubGlobal('document', page);
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    const library = createLibrary(textStore);
    return {
      library,
      /** Opens what is kept under an id, or a new notebook, and keeps it. */
      async open(id: string | null) {
        const opened = id === null ? null : await openKept(id, library);
        if (opened !== null && opened.kind !== 'notebook') throw new Error(`${opened.kind}: ${id ?? ''}`);
        const editor = createNotebookEditor(opened?.notebook ?? EMPTY);
        const copies: BecameCopy[] = [];
        const keeper = keepNotebook({
          editor,
          kept: opened?.kept ?? null,
          library,
          onCopy: (copy) => copies.push(copy),
        });
        return {
          editor,
          keeper,
          copies,
          id: () => keeper.store.getState().id,
          saved: () => keeper.store.getState().saved,
          shown: () => editor.store.getState().notebook,
          /** Adds a cell with these words at the end. */
          add(words: string) {
            editor.edit((notebook) =>
              insertCell(notebook.cells.length, { id: freeId(notebook), kind: 'text', text: words })(
                notebook,
              ),
            );
          },
          leave: () => events.dispatchEvent(new Event('pagehide')),
          hide: () => show('hidden'),
          look: () => show('visible'),
        };
      },
    };
  }

  return {
    local,
    database,
    openTab,
    /** Steps of the store take this long from now on. */
    setLatency: (latency: () => number) => (times.latency = latency),
    /** The browser ends, with all its tabs: no timer, no event, no store goes on. */
    crash() {
      vi.clearAllTimers();
      database.crash();
      times.latency = () => 1;
    },
    clear() {
      database.data.clear();
      local.map.clear();
    },
    /** All notebooks that a new visit finds. */
    async notebooks(): Promise<readonly { readonly id: string; readonly notebook: Notebook }[]> {
      const library = createLibrary(textStore);
      const found = [];
      for (const { id } of await listKept('', library)) {
        const kept = await library.read(id);
        if (kept !== null) found.push({ id, notebook: parseNotebook(JSON.parse(kept.text)) });
      }
      return found;
    },
  };
}

/** The words of all text cells. */
export const wordsIn = ({ cells }: Notebook): readonly string[] =>
  cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []));

/** What comes of a promise while fake time goes on. */
export async function soon<T>(work: Promise<T>): Promise<T> {
  const state = { done: false };
  const watched = work.finally(() => (state.done = true));
  watched.catch(() => undefined);
  for (let n = 0; n < 10_000 && !state.done; n++) await vi.advanceTimersByTimeAsync(5);
  return watched;
}
