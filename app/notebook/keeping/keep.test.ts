import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { changeExperiment, insertCell, removeCell, setTitle } from '../state/commands.ts';
import { fakeBrowser, soon, wordsIn } from '../testing/tabs.ts';

// tabs hear nothing of each other here: what keeps them apart must not depend on it
vi.hoisted(() => vi.stubGlobal('BroadcastChannel', undefined));
vi.useFakeTimers();
const browser = fakeBrowser();

beforeEach(() => browser.clear());
afterEach(() => browser.crash());
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Text that the store holds of a notebook, without its heading. */
const stored = (id: string): string => {
  const lines: unknown = browser.database.data.get(`hessian-notebook:notebook:${id}`);
  return typeof lines === 'string' ? lines.slice(lines.indexOf('\n') + 1) : '';
};
const newNotebook = () => soon(browser.openTab().open(null));

it('a new notebook is written at once, and every change within half a second', async () => {
  const page = await newNotebook();
  await vi.advanceTimersByTimeAsync(50);
  expect(stored(page.id())).toContain('"title":"Notes"');
  page.add('first');
  expect(page.saved()).toBe('saving');
  await vi.advanceTimersByTimeAsync(500);
  expect(stored(page.id())).toContain('"first"');
  expect(page.saved()).toBe('saved');
});

it('changes that go on without a pause are written every half second all the same', async () => {
  const page = await newNotebook();
  for (let n = 0; n < 100; n++) {
    page.editor.edit(setTitle(`title ${n}`), 'type');
    await vi.advanceTimersByTimeAsync(20);
    if (n < 25) continue;
    const title = Number(/"title":"title (\d+)"/.exec(stored(page.id()))?.[1]);
    expect((n - title) * 20).toBeLessThanOrEqual(500);
  }
});

it('a drag does not write at every frame', async () => {
  const page = await newNotebook();
  await soon(page.keeper.flush());
  const writes = vi.spyOn(browser.database.data, 'set');
  for (let n = 0; n < 120; n++) {
    page.editor.edit(setTitle(`title ${n}`), 'drag');
    await vi.advanceTimersByTimeAsync(16);
  }
  // two seconds, at most a record and an index every 450 ms
  expect(writes.mock.calls.length).toBeLessThanOrEqual(10);
  writes.mockRestore();
});

it('numbers are kept to the last bit', async () => {
  const extremes = [-0, 5e-324, 0.1 + 0.2, -1e150];
  const page = await newNotebook();
  const experiment = {
    ...startingExperiment,
    parameters: startingExperiment.parameters.map((w, n) => extremes[n] ?? w),
  };
  page.editor.edit(insertCell(0, { id: 'c1', kind: 'experiment', experiment, panels: [] }));
  page.editor.edit(changeExperiment('c1', (one) => ({ ...one, weightDecay: 1 / 3 })));
  await soon(page.keeper.flush());
  const again = await soon(browser.openTab().open(page.id()));
  expect(again.shown()).toStrictEqual(page.shown()); // Object.is on numbers
});

it('what is undone to the text that is kept is not written again', async () => {
  const page = await newNotebook();
  await soon(page.keeper.flush());
  const before = browser.database.data.get(`hessian-notebook:notebook:${page.id()}`);
  page.add('gone again');
  page.editor.undo();
  await soon(page.keeper.flush());
  expect(page.saved()).toBe('saved');
  expect(browser.database.data.get(`hessian-notebook:notebook:${page.id()}`)).toBe(before);
});

it('nothing stays at the last moment’s place once it is in the store', async () => {
  const page = await newNotebook();
  page.add('one');
  page.leave();
  page.hide();
  await soon(page.keeper.flush());
  expect([...browser.local.map.keys()].filter((key) => key.includes('pending'))).toEqual([]);
});

it('a store that refuses is said, tried again, and written to at last', async () => {
  const tab = browser.openTab();
  const page = await soon(tab.open(null));
  await soon(page.keeper.flush());
  const refuse = vi.spyOn(tab.library, 'writeDraft').mockRejectedValue(new Error('disk full'));
  page.add('kept at last');
  await soon(page.keeper.flush());
  expect(page.saved()).toBe('failed');
  refuse.mockRestore();
  await vi.advanceTimersByTimeAsync(2500);
  expect(page.saved()).toBe('saved');
  expect(stored(page.id())).toContain('kept at last');
});

describe('two tabs with one notebook', () => {
  async function twoTabs() {
    const a = await newNotebook();
    a.add('start');
    await soon(a.keeper.flush());
    const b = await soon(browser.openTab().open(a.id()));
    return { a, b, id: a.id() };
  }

  it('the later one goes on as a copy, and says so', async () => {
    const { a, b, id } = await twoTabs();
    a.add('from a');
    await soon(a.keeper.flush());
    b.add('from b');
    await soon(b.keeper.flush());
    expect(a.id()).toBe(id);
    expect(b.id()).not.toBe(id);
    expect(b.copies).toEqual([{ of: id, id: b.id(), title: 'Notes (copy)', removed: false }]);
    expect(b.shown().title).toBe('Notes (copy)');
    a.add('a again');
    b.add('b again');
    await soon(Promise.all([a.keeper.flush(), b.keeper.flush()]));
    const found = await soon(browser.notebooks());
    expect(found).toHaveLength(2);
    const wordsOf = (one: string) => wordsIn(found.find((kept) => kept.id === one)!.notebook);
    expect(wordsOf(id)).toEqual(['start', 'from a', 'a again']);
    expect(wordsOf(b.id())).toEqual(['start', 'from b', 'b again']);
    expect(b.copies).toHaveLength(1);
  });

  it('two that write at the same moment do not both win', async () => {
    const { a, b } = await twoTabs();
    a.add('from a');
    b.add('from b');
    await soon(Promise.all([a.keeper.flush(), b.keeper.flush()]));
    expect(a.id()).not.toBe(b.id());
    const found = await soon(browser.notebooks());
    expect(found.map(({ notebook }) => wordsIn(notebook).at(-1)).sort()).toEqual(['from a', 'from b']);
  });

  it('work on a notebook that another tab has deleted goes on as a copy', async () => {
    const { a, b, id } = await twoTabs();
    await soon(browser.openTab().library.remove(id));
    b.add('still here');
    await soon(b.keeper.flush());
    expect(b.copies).toMatchObject([{ of: id, removed: true }]);
    expect((await soon(browser.notebooks())).map(({ id: one }) => one)).toEqual([b.id()]);
    await soon(a.keeper.flush());
    expect(a.saved()).toBe('saved');
  });

  it('what the other has written can be shown, and going on from there is no copy', async () => {
    const { a, b, id } = await twoTabs();
    a.add('from a');
    await soon(a.keeper.flush());
    expect(await soon(b.keeper.showNewer())).toBe(true);
    expect(wordsIn(b.shown())).toEqual(['start', 'from a']);
    b.add('from b');
    await soon(b.keeper.flush());
    expect(b.id()).toBe(id);
    b.editor.undo();
    b.editor.undo();
    expect(wordsIn(b.shown())).toEqual(['start']);
    expect(await soon(a.keeper.showNewer())).toBe(true);
    expect(await soon(a.keeper.showNewer())).toBe(false);
  });

  it('a removed cell is an edit like others', async () => {
    const { a, id } = await twoTabs();
    a.editor.edit(removeCell('c1'));
    await soon(a.keeper.flush());
    expect((await soon(browser.openTab().open(id))).shown().cells).toEqual([]);
  });
});

it('a notebook that is closed is followed no more, and hears no more', async () => {
  const page = await newNotebook();
  page.add('before');
  await soon(page.keeper.stop());
  page.add('after');
  page.leave();
  await vi.advanceTimersByTimeAsync(3000);
  expect(stored(page.id())).toContain('before');
  expect(stored(page.id())).not.toContain('after');
});
