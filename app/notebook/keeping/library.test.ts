import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Notebook, NOTEBOOK_VERSION } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import type { TextStore } from '../../state/storage.ts';
import { insertCell, setPage, setTitle } from '../state/commands.ts';
import { notebooks } from '../testing/notebooks.ts';
import { copyTitle } from './copyTitle.ts';
import { openKept } from './kept.ts';
import { createLibrary } from './library.ts';

const map = new Map<string, string>();
const reads: string[] = [];

/** A store as in memory, which tells what was read. */
const store: TextStore = {
  kind: 'memory',
  read: (key) => {
    reads.push(key);
    return Promise.resolve(map.get(key) ?? null);
  },
  write: (key, text) => Promise.resolve(void map.set(key, text)),
  remove: (key) => Promise.resolve(void map.delete(key)),
  update: (key, change) => {
    const text = change(map.get(key) ?? null);
    if (text !== null) map.set(key, text);
    return Promise.resolve();
  },
  keys: (beginning) => Promise.resolve([...map.keys()].filter((key) => key.startsWith(beginning))),
};
const library = createLibrary(() => Promise.resolve(store));

const titled = (title: string): Notebook => ({ version: NOTEBOOK_VERSION, title, cells: [] });
const titles = (list: readonly { readonly title: string }[]): string[] => list.map(({ title }) => title);

let clock = 1_000_000;
beforeEach(() => {
  map.clear();
  vi.spyOn(Date, 'now').mockImplementation(() => (clock += 1000));
});

it('what was created is read back to the last bit, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(notebooks, async (notebook) => {
      const { id } = await library.create(notebook);
      const opened = await openKept(id, library);
      expect(opened.kind === 'notebook' ? opened.notebook : null).toStrictEqual(notebook);
    }),
    { numRuns: 100 },
  );
});

describe('the list', () => {
  it('has the last changed first, with title, page, revision and time', async () => {
    const a = await library.create(titled('A'));
    const b = await library.create(setPage('why')(titled('B')));
    expect(titles(await library.list())).toEqual(['B', 'A']);
    await library.write(a.id, titled('A again'), a.revision);
    const list = await library.list();
    expect(list).toEqual([
      { id: a.id, title: 'A again', revision: 2, changed: clock },
      { id: b.id, title: 'B', page: 'why', revision: 1, changed: b.changed },
    ]);
  });

  it('reads the index alone, and makes it anew where it is missing, damaged or does not fit', async () => {
    const made = [await library.create(titled('A')), await library.create(titled('B'))];
    const list = await library.list();
    reads.length = 0;
    expect(await library.list()).toEqual(list);
    expect(reads).toEqual(['notebooks']);
    for (const index of [null, 'no json', '[{"id":1}]', '[]', JSON.stringify(list.slice(1))]) {
      if (index === null) map.delete('notebooks');
      else map.set('notebooks', index);
      expect(await library.list()).toEqual(list);
      expect(JSON.parse(map.get('notebooks')!)).toHaveLength(made.length);
    }
  });

  it('a record that is no notebook is listed, and opening it hands out its text', async () => {
    map.set('notebook:abc', 'not what it was');
    expect(titles(await library.list())).toEqual(['']);
    expect(await openKept('abc', library)).toMatchObject({ kind: 'unreadable', text: 'not what it was' });
    expect(map.get('notebook:abc')).toBe('not what it was');
    expect(await openKept('nothing', library)).toEqual({ kind: 'missing' });
  });

  it('a record emptied by a tab that went before it could take it away is gone', async () => {
    map.set('notebook:abc', '');
    expect(await library.list()).toEqual([]);
    expect(await library.read('abc')).toBeNull();
    expect(map.has('notebook:abc')).toBe(false);
  });
});

describe('writing', () => {
  it('over what was read is done once; over what was not, nothing changes', async () => {
    const { id } = await library.create(titled('A'));
    expect(await library.write(id, titled('B'), 1)).toEqual({ kind: 'written', revision: 2 });
    expect(await library.write(id, titled('C'), 1)).toEqual({ kind: 'conflict', removed: false });
    expect((await library.read(id))?.title).toBe('B');
    expect(await library.write('nothing', titled('D'), 1)).toEqual({ kind: 'conflict', removed: true });
    expect(await library.read('nothing')).toBeNull();
  });

  it('holds a heading and the text, each once', async () => {
    const { id } = await library.create(titled('A'));
    const draft = { title: 'B', text: JSON.stringify(titled('B')) };
    const more = { writer: 'w', sequence: 3, id: 'other', draft, expected: 1, copyId: 'c' };
    await library.writeDraft(id, draft, 1, more);
    const [head = '', text] = map.get(`notebook:${id}`)!.split('\n');
    expect(Object.keys(JSON.parse(head) as object).sort()).toEqual([
      'changed',
      'revision',
      'sequence',
      'title',
      'writer',
    ]);
    expect(text).toBe(draft.text);
    expect((await library.list()).map((listed) => listed.id)).toEqual([id]);
  });

  it('a writer’s later text follows its earlier one, never the other way round', async () => {
    const { id } = await library.create(titled('A'));
    const draft = (title: string) => ({ title, text: JSON.stringify(titled(title)) });
    const by = (sequence: number) => ({ writer: 'w', sequence });
    expect(await library.writeDraft(id, draft('two'), 1, by(2))).toEqual({ kind: 'written', revision: 2 });
    expect(await library.writeDraft(id, draft('one'), 1, by(1))).toEqual({ kind: 'written', revision: 2 });
    expect((await library.read(id))?.title).toBe('two');
    expect(await library.writeDraft(id, draft('three'), 1, by(3))).toEqual({ kind: 'written', revision: 3 });
    expect((await library.read(id))?.title).toBe('three');
  });
});

it('what was removed can be brought back as it was', async () => {
  await library.create(titled('A'));
  const b = await library.create(titled('B'));
  const before = [await library.read(b.id), await library.list()];
  const removed = await library.remove(b.id);
  expect(titles(await library.list())).toEqual(['A']);
  expect(await library.remove(b.id)).toBeNull();
  expect(await library.bringBack(removed!)).toBe(true);
  expect([await library.read(b.id), await library.list()]).toEqual(before);
  expect(await library.bringBack(removed!)).toBe(false);
});

describe('search', () => {
  beforeEach(async () => {
    const text = { id: 'c1', kind: 'text', text: 'The *Residual* vanishes at the targets' } as const;
    const check = {
      id: 'c2',
      kind: 'check',
      question: 'Why Fisher?',
      answer: 'Expected, not observed',
    } as const;
    const own = { id: 'c3', kind: 'experiment', experiment: startingExperiment, panels: [] } as const;
    await library.create(insertCell(0, text)(titled('Outer product')));
    await library.create(insertCell(0, check)(titled('Gauss–Newton')));
    await library.create(insertCell(0, own)(titled('Über Krümmung')));
  });

  it.each([
    ['residual', ['Outer product']],
    ['TARGETS outer', ['Outer product']],
    ['residual fisher', []],
    ['fisher', ['Gauss–Newton']],
    ['observed', ['Gauss–Newton']],
    ['two moons', ['Über Krümmung']],
    ['über', ['Über Krümmung']],
    ['ｏｕｔｅｒ', ['Outer product']],
    ['  ', ['Über Krümmung', 'Gauss–Newton', 'Outer product']],
    ['"kind"', []],
  ])('for “%s”', async (words, found) => {
    expect(titles(await library.search(words))).toEqual(found);
  });

  it('finds what has been changed since the last one', async () => {
    const [found] = await library.search('fisher');
    await library.write(found!.id, setTitle('Fisher')(titled('')), found!.revision);
    expect(await library.search('observed')).toEqual([]);
    expect(titles(await library.search('fisher'))).toEqual(['Fisher']);
  });
});

it('copies are counted, and their titles fit', () => {
  expect(copyTitle('A')).toBe('A (copy)');
  expect(copyTitle('A (copy)')).toBe('A (copy 2)');
  expect(copyTitle('A (copy 9)')).toBe('A (copy 10)');
  expect(copyTitle('')).toBe('(copy)');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 120 }), (text) => {
      const title = copyTitle(setTitle(text)(titled('')).title);
      expect(parseNotebook(titled(title)).title).toBe(title);
    }),
  );
});
