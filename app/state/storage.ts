import { del, get, set } from 'idb-keyval';

/** Where texts are kept under keys: IndexedDB, else localStorage, else only as long as the page is open. */
export interface TextStore {
  readonly kind: 'indexeddb' | 'localstorage' | 'memory';
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

const PREFIX = 'hessian-notebook:';
/** IndexedDB that neither opens nor fails within this time is taken as absent. */
const PATIENCE_MILLISECONDS = 2000;
/** Where it held work before it is only slow: switching away would hide that work. */
const PATIENCE_WITH_WORK_MILLISECONDS = 15_000;
const HELD_WORK = `${PREFIX}held-work`;

const inIndexedDb: TextStore = {
  kind: 'indexeddb',
  read: async (key) => {
    const text: unknown = await get(PREFIX + key);
    return typeof text === 'string' ? text : null;
  },
  write: (key, text) => set(PREFIX + key, text),
  remove: (key) => del(PREFIX + key),
};

/** What throws, rejects. */
const soon = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

const inLocalStorage: TextStore = {
  kind: 'localstorage',
  read: (key) => soon(() => localStorage.getItem(PREFIX + key)),
  write: (key, text) => soon(() => localStorage.setItem(PREFIX + key, text)),
  remove: (key) => soon(() => localStorage.removeItem(PREFIX + key)),
};

const memory = new Map<string, string>();

const inMemory: TextStore = {
  kind: 'memory',
  read: (key) => soon(() => memory.get(key) ?? null),
  write: (key, text) => soon(() => void memory.set(key, text)),
  remove: (key) => soon(() => void memory.delete(key)),
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
