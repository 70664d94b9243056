import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeIndexedDb } from './testing/fakeIndexedDb.ts';
import { fakeStorage } from './testing/fakeStorage.ts';
import type { TextStore } from './storage.ts';

// idb-keyval opens its database once
const database = fakeIndexedDb(() => 1);

async function storeWhere(granted: TextStore['kind']): Promise<TextStore> {
  vi.resetModules();
  vi.stubGlobal('indexedDB', granted === 'indexeddb' ? database.factory : undefined);
  vi.stubGlobal('localStorage', granted === 'memory' ? undefined : fakeStorage());
  const store = await (await import('./storage.ts')).textStore();
  expect(store.kind).toBe(granted);
  return store;
}

beforeEach(() => database.data.clear());
afterEach(() => vi.unstubAllGlobals());

// IndexedDB last: once open, idb-keyval goes on with it
describe.each(['memory', 'localstorage', 'indexeddb'] as const)('in %s', (kind) => {
  it('a text can be changed in one step, or left as it is', async () => {
    const store = await storeWhere(kind);
    await store.update('a', (before) => (before === null ? 'new' : 'was there'));
    expect(await store.read('a')).toBe('new');
    await store.update('a', (before) => `${before ?? ''} and changed`);
    expect(await store.read('a')).toBe('new and changed');
    await store.update('a', () => null);
    expect(await store.read('a')).toBe('new and changed');
    await store.update('b', () => null);
    expect(await store.read('b')).toBeNull();
    await expect(
      store.update('a', () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await store.read('a')).toBe('new and changed');
  });

  it('a hundred changes at once lose none', async () => {
    const store = await storeWhere(kind);
    const add = (text: string | null): string => String(Number(text ?? 0) + 1);
    await Promise.all(Array.from({ length: 100 }, () => store.update('count', add)));
    expect(await store.read('count')).toBe('100');
  });

  it('keys are found by how they begin', async () => {
    const store = await storeWhere(kind);
    for (const key of ['one:a', 'one:b', 'two:a']) await store.write(key, key);
    await store.remove('one:b');
    expect(await store.keys('one:')).toEqual(['one:a']);
    expect([...(await store.keys('one:')), ...(await store.keys('two:'))]).toHaveLength(2);
  });
});
