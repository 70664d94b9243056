import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { type TextStore, textStore } from '../../state/storage.ts';
import {
  type Draft,
  draftOf,
  indexOf,
  type KeptNotebook,
  type Listed,
  listedOf,
  newId,
  recordOf,
  recordText,
  type Stamp,
  type StoredNotebook,
} from './record.ts';
import { createSearch } from './search.ts';

/** How a write ended: by whom the notebook was changed meanwhile is not known, only that it was. */
export type Written =
  | { readonly kind: 'written'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly removed: boolean };

const RECORD = 'notebook:';
const INDEX = 'notebooks';

const keyOf = (id: string): string => RECORD + id;

const newestFirst = (a: Listed, b: Listed): number => b.changed - a.changed || (a.id < b.id ? -1 : 1);

/** Whether the record is what the writer believes it to be, or its own: an earlier text of its own gives way. */
function mayWrite(before: StoredNotebook | null, expected: number, { writer }: Stamp): boolean {
  if (before === null) return expected === 0;
  return before.writer === writer || before.revision === expected;
}

/**
 * The person's notebooks, one record each, in a store of texts. All of it is atomic record by record, however
 * many tabs work at it; the index is a convenience that is made anew where it does not fit.
 */
export function createLibrary(open: () => Promise<TextStore>) {
  const readRecord = async (store: TextStore, id: string): Promise<StoredNotebook | null> => {
    const lines = await store.read(keyOf(id));
    return lines === null || lines === '' ? null : recordOf(id, lines);
  };

  const changeIndex = (change: (index: readonly Listed[]) => readonly Listed[]) => async (store: TextStore) =>
    store.update(INDEX, (text) => {
      const index = indexOf(text);
      // where there is none, the next list makes it from the records
      return index === null ? null : JSON.stringify(change(index));
    });

  const enter = (entry: Listed) =>
    changeIndex((index) => {
      const other = index.find(({ id }) => id === entry.id);
      if (other !== undefined && other.revision > entry.revision) return index;
      return [...index.filter(({ id }) => id !== entry.id), listedOf(entry)];
    });

  const idsOf = async (store: TextStore): Promise<readonly string[]> =>
    (await store.keys(RECORD)).map((key) => key.slice(RECORD.length));

  const recordsOf = async (store: TextStore): Promise<readonly StoredNotebook[]> => {
    const records = [];
    for (const id of await idsOf(store)) {
      const record = await readRecord(store, id);
      if (record !== null) records.push(record);
      else await store.remove(keyOf(id)); // emptied by a tab that was closed before it could take it away
    }
    return records;
  };

  async function rebuild(store: TextStore): Promise<readonly Listed[]> {
    const entries = (await recordsOf(store)).map(listedOf);
    await store.update(INDEX, () => JSON.stringify(entries));
    return entries;
  }

  /** Writes a draft if the record still has this revision (0: there is none), or is the writer's own. */
  async function writeDraft(id: string, draft: Draft, expected: number, stamp: Stamp): Promise<Written> {
    const store = await open();
    const ended: { written: StoredNotebook | null; removed: boolean } = { written: null, removed: false };
    await store.update(keyOf(id), (lines) => {
      const before = lines === null || lines === '' ? null : recordOf(id, lines);
      ended.removed = before === null;
      ended.written = null;
      if (!mayWrite(before, expected, stamp)) return null;
      if (before?.writer === stamp.writer && before.sequence >= stamp.sequence) {
        ended.written = before; // another tab found this text at the last moment's place, and has written it
        return null;
      }
      const { writer, sequence } = stamp;
      const revision = (before?.revision ?? 0) + 1;
      ended.written = { id, ...draft, writer, sequence, changed: Date.now(), revision };
      return recordText(ended.written);
    });
    if (ended.written === null) return { kind: 'conflict', removed: ended.removed };
    await enter(ended.written)(store);
    return { kind: 'written', revision: ended.written.revision };
  }

  const { find } = createSearch();

  async function list(): Promise<readonly Listed[]> {
    const store = await open();
    const index = indexOf(await store.read(INDEX));
    const ids = new Set(await idsOf(store));
    const fits = index?.length === ids.size && index.every(({ id }) => ids.has(id));
    return (fits ? index : await rebuild(store)).toSorted(newestFirst);
  }

  return {
    writeDraft,
    /** All notebooks, the last changed first. Reads the index alone. */
    list,
    /** Those that hold every word, in title or cells, upper or lower case; without a word, all. Reads all once. */
    async search(words: string): Promise<readonly Listed[]> {
      if (words.trim() === '') return list();
      return find(words, await recordsOf(await open()))
        .map(listedOf)
        .toSorted(newestFirst);
    },
    /** A new notebook, under an id of its own. */
    async create(notebook: Notebook): Promise<KeptNotebook> {
      const id = newId();
      const draft = draftOf(notebook);
      await writeDraft(id, draft, 0, { writer: newId(), sequence: 1 });
      return (await readRecord(await open(), id)) ?? { id, ...draft, changed: Date.now(), revision: 1 };
    },
    /** A notebook's record, or null: there is none of that id. */
    read: async (id: string): Promise<KeptNotebook | null> => readRecord(await open(), id),
    /** Writes if nobody has written since `expectedRevision`; else all stays as it is. */
    write: (id: string, notebook: Notebook, expectedRevision: number): Promise<Written> =>
      writeDraft(id, draftOf(notebook), expectedRevision, { writer: newId(), sequence: 1 }),
    /** Takes a notebook away, and returns what it was: `bringBack` undoes it. */
    async remove(id: string): Promise<KeptNotebook | null> {
      const store = await open();
      const taken: { record: StoredNotebook | null } = { record: null };
      // emptied first: what another tab writes now is a conflict there, and lost nowhere
      await store.update(keyOf(id), (lines) => {
        taken.record = lines === null || lines === '' ? null : recordOf(id, lines);
        return taken.record === null ? null : '';
      });
      await store.remove(keyOf(id));
      await changeIndex((index) => index.filter((entry) => entry.id !== id))(store);
      return taken.record;
    },
    /** Puts a removed notebook back, as changed when it was; false when there is another of its id by now. */
    async bringBack({ id, ...kept }: KeptNotebook): Promise<boolean> {
      const store = await open();
      const put = { done: false };
      const record = { writer: newId(), sequence: 1, ...kept, id };
      await store.update(keyOf(id), (lines) => {
        put.done = lines === null || lines === '';
        return put.done ? recordText(record) : null;
      });
      if (put.done) await enter(record)(store);
      return put.done;
    },
  };
}

export type Library = ReturnType<typeof createLibrary>;

/** This browser's. */
export const library: Library = createLibrary(textStore);
