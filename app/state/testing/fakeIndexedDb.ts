type Handler = (() => void) | null;

class FakeRequest {
  result: unknown = undefined;
  error: unknown = null;
  onsuccess: Handler = null;
  onerror: Handler = null;
  onupgradeneeded: Handler = null;
}

/** One change of a key: what to put there, or that it goes. */
type Change = { readonly value: unknown } | null;

/**
 * As much of IndexedDB as idb-keyval uses, with one store: transactions run one after another in the order in
 * which they were begun, see their own changes, and change the store all at once when their last request is done.
 * Every step takes `latency()` milliseconds. `crash` ends the browser: what is under way never happens, and
 * nobody is called back.
 */
export function fakeIndexedDb(latency: () => number = () => 0) {
  const data = new Map<string, unknown>();
  let life = 0;
  let queue: (() => void)[] = [];

  /** Later, unless the browser has ended by then. */
  function later(work: () => void): void {
    const born = life;
    setTimeout(() => {
      if (born === life) work();
    }, latency());
  }

  function begin(run: () => void): void {
    queue.push(run);
    if (queue.length === 1) later(run);
  }

  function end(): void {
    queue.shift();
    const [next] = queue;
    if (next !== undefined) later(next);
  }

  function transaction() {
    const changes = new Map<string, Change>();
    const requests: (() => void)[] = [];
    const state: { oncomplete: Handler; onabort: Handler } = { oncomplete: null, onabort: null };

    function run(): void {
      const next = requests.shift();
      if (next !== undefined) {
        next();
        later(run);
        return;
      }
      for (const [key, change] of changes)
        if (change === null) data.delete(key);
        else data.set(key, change.value);
      end();
      state.oncomplete?.();
    }

    function request(work: () => unknown): FakeRequest {
      const made = new FakeRequest();
      requests.push(() => {
        made.result = work();
        made.onsuccess?.();
      });
      return made;
    }

    const read = (key: string): unknown => {
      const change = changes.get(key);
      return change === undefined ? data.get(key) : change?.value;
    };
    const keysNow = (): string[] =>
      [...new Set([...data.keys(), ...changes.keys()])].filter((key) => read(key) !== undefined).sort();

    begin(run);
    const store = {
      transaction: state,
      get: (key: string) => request(() => structuredClone(read(key))),
      put: (value: unknown, key: string) => {
        const copy: unknown = structuredClone(value);
        return request(() => changes.set(key, { value: copy }));
      },
      delete: (key: string) => request(() => changes.set(key, null)),
      getAllKeys: () => request(keysNow),
    };
    return { objectStore: () => store };
  }

  return {
    data,
    /** To stand in for the global `indexedDB`. */
    factory: {
      open() {
        const opening = new FakeRequest();
        opening.result = { createObjectStore: () => undefined, transaction };
        later(() => opening.onsuccess?.());
        return opening;
      },
    },
    crash(): void {
      life += 1;
      queue = [];
    },
  };
}
