import fc from 'fast-check';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser, soon, wordsIn } from '../testing/tabs.ts';

// tabs hear nothing of each other here: what keeps them apart must not depend on it
vi.hoisted(() => vi.stubGlobal('BroadcastChannel', undefined));
vi.useFakeTimers();
const browser = fakeBrowser();

beforeEach(() => browser.clear());
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Page = Awaited<ReturnType<ReturnType<typeof browser.openTab>['open']>>;

const KILLS = 50;

/** Milliseconds that every step of the store takes, a write being five to seven of them. */
const slowness = fc.constantFrom(0, 1, 20, 150, 1000, 60_000);

it(`${KILLS} tabs killed a second or more after their last edit, in the middle of whatever they did: no edit is lost`, async () => {
  const run = fc.record({
    pauses: fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 12 }),
    slow: slowness,
    wait: fc.oneof(fc.constant(1000), fc.integer({ min: 1000, max: 4000 })),
  });
  for (const { pauses, slow, wait } of fc.sample(run, { seed: 5, numRuns: KILLS })) {
    browser.clear();
    const page = await soon(browser.openTab().open(null));
    await soon(page.keeper.flush());
    browser.setLatency(() => slow);
    for (const [n, pause] of pauses.entries()) {
      page.add(`edit ${n}`);
      await vi.advanceTimersByTimeAsync(n === pauses.length - 1 ? wait : pause);
    }
    browser.crash();
    const again = await soon(browser.openTab().open(page.id()));
    expect(again.shown()).toStrictEqual(page.shown());
    await soon(again.keeper.stop());
  }
});

it('a tab that is closed right after an edit loses nothing either, however slow the store', async () => {
  for (const slow of [1, 1000]) {
    const page = await soon(browser.openTab().open(null));
    await soon(page.keeper.flush());
    browser.setLatency(() => slow);
    page.add('one');
    await vi.advanceTimersByTimeAsync(200); // its write is under way
    page.add('two');
    page.leave();
    browser.crash();
    expect(wordsIn((await soon(browser.openTab().open(page.id()))).shown())).toEqual(['one', 'two']);
  }
});

it('where the browser has no localStorage, half a second and a write is enough', async () => {
  vi.stubGlobal('localStorage', undefined);
  const page = await soon(browser.openTab().open(null));
  page.add('kept');
  await vi.advanceTimersByTimeAsync(600);
  browser.crash();
  expect(wordsIn((await soon(browser.openTab().open(page.id()))).shown())).toEqual(['kept']);
  vi.stubGlobal('localStorage', browser.local);
});

/** What happens in one of two tabs. */
type Act =
  | { readonly kind: 'edit' | 'undo' | 'newer' | 'leave' | 'reload'; readonly tab: 0 | 1 }
  | { readonly kind: 'wait'; readonly time: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      tab: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('newer' as const, 'leave' as const, 'reload' as const),
      tab: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), time: fc.integer({ min: 0, max: 900 }) }),
  },
);

const schedule = fc.record({
  acts: fc.array(acts, { minLength: 1, maxLength: 25 }),
  slow: fc.constantFrom(1, 30, 200),
  ending: fc.constantFrom('crash' as const, 'flush' as const),
  /** The other tab, which first reads what is there, opens after so many acts. */
  order: fc.boolean(),
});

async function play(pages: [Page, Page], act: Act, name: string, made: Set<string>): Promise<void> {
  if (act.kind === 'wait') {
    await vi.advanceTimersByTimeAsync(act.time);
    return;
  }
  const page = pages[act.tab];
  if (act.kind === 'edit') {
    page.add(name);
    made.add(name);
  } else if (act.kind === 'leave') page.leave();
  else if (act.kind === 'newer') await soon(page.keeper.showNewer());
  else if (act.kind === 'reload') {
    await soon(page.keeper.stop());
    pages[act.tab] = await soon(browser.openTab().open(page.id()));
  }
}

it('of two tabs that work at one notebook in any order, and crash or not, no edit is in neither notebook', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ acts: list, slow, ending, order }) => {
      browser.clear();
      const first = await soon(browser.openTab().open(null));
      await soon(first.keeper.flush());
      const second = await soon(browser.openTab().open(first.id()));
      const pages: [Page, Page] = order ? [first, second] : [second, first];
      browser.setLatency(() => slow);
      const made = new Set<string>();
      for (const [n, act] of list.entries()) await play(pages, act, `edit ${n}`, made);
      if (ending === 'flush') await soon(Promise.all(pages.map(({ keeper }) => keeper.stop())));
      else await vi.advanceTimersByTimeAsync(1000);
      browser.crash();
      const found = await soon(browser.notebooks());
      const kept = new Set(found.flatMap(({ notebook }) => wordsIn(notebook)));
      expect([...made].filter((words) => !kept.has(words))).toEqual([]);
      // one notebook and copies: none of them twice
      const texts = found.map(({ notebook }) => JSON.stringify(notebook));
      expect(new Set(texts).size).toBe(texts.length);
    }),
    { numRuns: 300, seed: 12 },
  );
});
