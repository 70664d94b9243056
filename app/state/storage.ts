import { del, get, keys, set, update } from 'idb-keyval';

/** Where texts are kept under keys: IndexedDB, else localStorage, else only as long as the page is open. */
export interface TextStore {
  readonly kind: 'indexeddb' | 'localstorage' | 'memory';
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  /**
   * Replaces a text by what `change` makes of it, or leaves it where that is null. Nothing, in whichever tab,
   * comes between reading and writing.
   */
  update(key: string, change: (text: string | null) => string | null): Promise<void>;
  /** The keys that begin so, in no order. */
  keys(beginning: string): Promise<readonly string[]>;
}

const PREFIX = 'hessian-notebook:';
/** IndexedDB that neither opens nor fails within this time is taken as absent. */
const PATIENCE_MILLISECONDS = 2000;
/** Where it held work before it is only slow: switching away would hide that work. */
const PATIENCE_WITH_WORK_MILLISECONDS = 15_000;
const HELD_WORK = `${PREFIX}held-work`;

/** Ends an update that changes nothing. */
const LEFT_AS_IT_IS = new Error('internal: left as it is');

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Of all keys, those under the prefix that go on with `beginning`, without the prefix. */
const beginningWith = (beginning: string, all: readonly unknown[]): readonly string[] =>
  all
    .filter((key) => typeof key === 'string')
    .filter((key) => key.startsWith(PREFIX + beginning))
    .map((key) => key.slice(PREFIX.length));

const inIndexedDb: TextStore = {
  kind: 'indexeddb',
  read: async (key) => asText(await get(PREFIX + key)),
  write: (key, text) => set(PREFIX + key, text),
  remove: (key) => del(PREFIX + key),
  update: async (key, change) => {
    try {
      await update(PREFIX + key, (before: unknown) => {
        const text = change(asText(before));
        if (text === null) throw LEFT_AS_IT_IS;
        return text;
      });
    } catch (error) {
      if (error !== LEFT_AS_IT_IS) throw error;
    }
  },
  keys: async (beginning) => beginningWith(beginning, await keys()),
};

/** What throws, rejects. */
const soon = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

const localStorageKeys = (): readonly (string | null)[] =>
  Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n));

const inLocalStorage: TextStore = {
  kind: 'localstorage',
  read: (key) => soon(() => localStorage.getItem(PREFIX + key)),
  write: (key, text) => soon(() => localStorage.setItem(PREFIX + key, text)),
  remove: (key) => soon(() => localStorage.removeItem(PREFIX + key)),
  update: (key, change) =>
    soon(() => {
      const text = change(localStorage.getItem(PREFIX + key));
      if (text !== null) localStorage.setItem(PREFIX + key, text);
    }),
  keys: (beginning) => soon(() => beginningWith(beginning, localStorageKeys())),
};

const memory = new Map<string, string>();

const inMemory: TextStore = {
  kind: 'memory',
  read: (key) => soon(() => memory.get(key) ?? null),
  write: (key, text) => soon(() => void memory.set(key, text)),
  remove: (key) => soon(() => void memory.delete(key)),
  update: (key, change) =>
    soon(() => {
      const text = change(memory.get(key) ?? null);
      if (text !== null) memory.set(key, text);
    }),
  keys: (beginning) => soon(() => [...memory.keys()].filter((key) => key.startsWith(beginning))),
};

/** Whether IndexedDB was chosen on an earlier visit. */
function heldWork(): boolean {
  try {
    return localStorage.getItem(HELD_WORK) !== null;
  } catch {
    return false;
  }
}

async function works(store: TextStore): Promise<boolean> {
  const trial = async (): Promise<boolean> => {
    await store.write('probe', 'kept');
    return (await store.read('probe')) === 'kept';
  };
  const patience = heldWork() ? PATIENCE_WITH_WORK_MILLISECONDS : PATIENCE_MILLISECONDS;
  const impatience = new Promise<false>((resolve) => setTimeout(resolve, patience, false));
  try {
    return await Promise.race([trial(), impatience]);
  } catch {
    return false;
  }
}

async function choose(): Promise<TextStore> {
  if (await works(inIndexedDb)) {
    await inLocalStorage.write('held-work', inIndexedDb.kind).catch(() => undefined);
    return inIndexedDb;
  }
  return (await works(inLocalStorage)) ? inLocalStorage : inMemory;
}

let chosen: Promise<TextStore> | null = null;

/** The best store this browser grants, found out once. */
export const textStore = (): Promise<TextStore> => (chosen ??= choose());

/**
 * Texts that must be written at once, because the page is about to go: localStorage, which alone is
 * synchronous. Nothing happens where the browser refuses it.
 */
export const lastMoment = {
  write(key: string, text: string): void {
    try {
      localStorage.setItem(`${PREFIX}pending:${key}`, text);
    } catch {
      // The asynchronous store has been asked too; there is no third.
    }
  },
  read(key: string): string | null {
    try {
      return localStorage.getItem(`${PREFIX}pending:${key}`);
    } catch {
      return null;
    }
  },
  /** The keys that begin so. */
  keys(beginning: string): readonly string[] {
    try {
      const begins = `pending:${beginning}`;
      return beginningWith(begins, localStorageKeys()).map((key) => key.slice('pending:'.length));
    } catch {
      return [];
    }
  },
  /** This text has been written where it belongs; a newer one stays. */
  forget(key: string, text: string): void {
    if (lastMoment.read(key) === text) localStorage.removeItem(`${PREFIX}pending:${key}`);
  },
};

/** The slot this tab works in: outlives a reload, not the tab. */
export const tabSlot = {
  read(): string | null {
    try {
      return sessionStorage.getItem(`${PREFIX}slot`);
    } catch {
      return null;
    }
  },
  write(slot: string): void {
    try {
      sessionStorage.setItem(`${PREFIX}slot`, slot);
    } catch {
      // Without sessionStorage a reload opens the person's own work.
    }
  },
};
