import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseExperiment } from '../../engine/experiment/validate.ts';
import { encodeLink } from '../sharing/link.ts';
import type { Entry } from './selection.ts';
import { startingExperiment } from './startingExperiment.ts';
import { fakeStorage } from './testing/fakeStorage.ts';

const shared = parseExperiment({ ...startingExperiment, title: 'from a link', weightDecay: 0.5 });
const LINK = encodeLink(shared);
const P = 'hessian-notebook:';

let local: ReturnType<typeof fakeStorage>;
let events: EventTarget;
let place: { hash: string; pathname: string; search: string };

/** Loads the page anew: modules start from nothing, storage stays. */
async function load({ hash = '', newTab = false } = {}) {
  vi.resetModules();
  if (newTab) vi.stubGlobal('sessionStorage', fakeStorage());
  place = { hash, pathname: '/', search: '' };
  events = new EventTarget();
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', { replaceState: () => (place.hash = '') });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  const session = await import('./session.ts');
  const { explorer } = await import('./lab.ts');
  const { useNotices } = await import('./notices.ts');
  await session.startSession();
  return {
    ...session,
    state: () => session.useSession.getState(),
    shown: () => explorer.experiment.getState().experiment,
    selected: () => explorer.selection.getState().entry,
    notices: () => useNotices.getState().notices,
    setTitle: (title: string) => explorer.edit((experiment) => ({ ...experiment, title })),
    selectEntry: (entry: Entry) => explorer.selection.setState({ entry }),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(400);

beforeEach(() => {
  vi.useFakeTimers();
  local = fakeStorage();
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', fakeStorage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a first visit shows the first experiment, and writes nothing', async () => {
  const page = await load();
  expect(page.state()).toMatchObject({ phase: 'ready', shared: false });
  expect(page.shown()).toEqual(startingExperiment);
  expect(local.map.has(`${P}mine`)).toBe(false);
});

it('a reload continues, the selected entry included', async () => {
  const page = await load();
  page.setTitle('changed');
  page.selectEntry({ row: 3, column: 4 });
  expect(page.state().saved).toBe('saving');
  await settle();
  expect(page.state().saved).toBe('saved');
  const again = await load();
  expect(again.shown().title).toBe('changed');
  expect(again.selected()).toEqual({ row: 3, column: 4 });
});

it('a page closed right after a change loses nothing', async () => {
  const page = await load();
  page.setTitle('at the last moment');
  const write = local.setItem;
  local.setItem = (key, text) => {
    if (!key.startsWith(`${P}pending:`)) throw new Error('too late for asynchronous writes');
    write(key, text);
  };
  events.dispatchEvent(new Event('pagehide'));
  await settle();
  local.setItem = write;
  const again = await load();
  expect(again.shown().title).toBe('at the last moment');
});

it('changes without a pause are saved after two seconds', async () => {
  const page = await load();
  for (let n = 0; n < 25; n++) {
    page.setTitle(`change ${n}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(local.map.get(`${P}mine`)).toMatch(/"title":"change (19|2\d)"/);
});

it('a link opens in place of nothing, clears the address, and a reload continues from it', async () => {
  const page = await load({ hash: LINK });
  expect(page.shown()).toEqual(shared);
  expect(page.state().shared).toBe(false);
  expect(place.hash).toBe('');
  expect((await load()).shown()).toEqual(shared);
});

it('a link opens beside own work, which is kept and one step away', async () => {
  const before = await load();
  before.setTitle('my own');
  await settle();
  const page = await load({ hash: LINK, newTab: true });
  expect(page.state().shared).toBe(true);
  page.setTitle('the link, changed');
  await settle();
  expect((await load()).shown().title).toBe('the link, changed'); // a reload of this tab
  expect((await load({ newTab: true })).shown().title).toBe('my own');
  const again = await load({ hash: LINK, newTab: true });
  expect(again.shown()).toEqual(shared); // the very state of the link
  expect(again.notices()[0]?.action?.label).toBe('Open my changes');
  again.notices()[0]?.action?.run();
  await settle();
  expect(again.shown().title).toBe('the link, changed');
  await again.returnToMine();
  expect(again.shown().title).toBe('my own');
  expect(again.state().shared).toBe(false);
});

it('a shared experiment can replace own work, which can be brought back', async () => {
  (await load()).setTitle('my own');
  await settle();
  const page = await load({ hash: LINK });
  await page.keepShared();
  expect(page.state().shared).toBe(false);
  expect((await load({ newTab: true })).shown().title).toBe('from a link');
  page.notices()[0]?.action?.run();
  await settle();
  expect((await load({ newTab: true })).shown().title).toBe('my own');
});

it('a damaged link touches nothing; saved work and a fresh start are both there', async () => {
  (await load()).setTitle('my own');
  await settle();
  const stored = local.map.get(`${P}mine`);
  const page = await load({ hash: LINK.slice(0, 80) + LINK.slice(81) });
  expect(page.state().phase).toBe('bad-link');
  expect(page.state().message).toContain('checksum');
  page.setTitle('no one should see this');
  await settle();
  expect(local.map.get(`${P}mine`)).toBe(stored);
  await page.startFresh();
  expect(page.state().phase).toBe('ready');
  expect(page.shown()).toEqual(startingExperiment);
  expect(page.state()).toMatchObject({ shared: true, fresh: true });
  page.setTitle('fresh work');
  await settle();
  expect(local.map.get(`${P}mine`)).toBe(stored);
  await page.returnToMine();
  expect(page.shown().title).toBe('my own');
});

it('a link pasted into the address of an open page opens the same way; an anchor does not', async () => {
  const page = await load();
  page.setTitle('my own');
  place.hash = '#main';
  events.dispatchEvent(new Event('hashchange'));
  await settle();
  expect(page.shown().title).toBe('my own');
  place.hash = LINK;
  events.dispatchEvent(new Event('hashchange'));
  await settle();
  expect(page.shown()).toEqual(shared);
  expect(page.state().shared).toBe(true);
  place.hash = '#v1.broken.AAAAAAAAAAA';
  events.dispatchEvent(new Event('hashchange'));
  await settle();
  expect(page.state().phase).toBe('bad-link');
  await page.returnToMine();
  expect(page.shown().title).toBe('my own');
});

it('saved work that can’t be read is kept as text, and said', async () => {
  local.map.set(`${P}mine`, '{"version":1,"network"');
  const page = await load();
  expect(page.shown()).toEqual(startingExperiment);
  expect(page.notices()[0]?.text).toContain('could not be opened');
  const rescued = [...local.map].find(([key]) => key.startsWith(`${P}rescued:mine`));
  expect(rescued?.[1]).toBe('{"version":1,"network"');
});

it('keeps five shared experiments, the newest', async () => {
  (await load()).setTitle('my own');
  await settle();
  for (let n = 0; n < 8; n++) await load({ hash: encodeLink({ ...shared, weightDecay: n }), newTab: true });
  expect([...local.map.keys()].filter((key) => key.startsWith(`${P}shared:`))).toHaveLength(5);
  expect((await load()).shown().weightDecay).toBe(7);
});

it('without any storage the page opens and says so', async () => {
  vi.stubGlobal('localStorage', undefined);
  vi.stubGlobal('sessionStorage', undefined);
  const page = await load();
  expect(page.state().phase).toBe('ready');
  expect(
    page
      .notices()
      .map(({ text }) => text)
      .join(),
  ).toContain('keeps nothing');
});
