import { afterAll, expect, it, vi } from 'vitest';
import { fakeBrowser, wordsIn } from '../testing/tabs.ts';

const browser = fakeBrowser();
/** What another tab of this browser holds. */
const other = new BroadcastChannel('hessian-notebook:saved');

afterAll(() => {
  other.close();
  vi.unstubAllGlobals();
});

it('hears that another tab has written the same notebook, and offers it while nothing waits here', async () => {
  const page = await browser.openTab().open(null);
  await page.keeper.flush();
  const theirs = await browser.openTab().open(page.id());
  const newer = () => page.keeper.store.getState().newer;

  other.postMessage('notebook:of-another');
  other.postMessage(`notebook:${page.id()}`);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(newer()).toBe(false); // nothing has been written

  theirs.add('from there');
  await theirs.keeper.flush();
  expect(newer()).toBe(false); // both stand on one channel here, which does not hear itself
  other.postMessage(`notebook:${page.id()}`);
  await vi.waitFor(() => expect(newer()).toBe(true));

  expect(await page.keeper.showNewer()).toBe(true);
  expect(wordsIn(page.shown())).toEqual(['from there']);
  expect(newer()).toBe(false);
  await page.keeper.stop();
  await theirs.keeper.stop();
});

it('tells other tabs what it has written', async () => {
  const page = await browser.openTab().open(null);
  const heard = new Promise(
    (resolve) => (other.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)),
  );
  await page.keeper.flush();
  expect(await heard).toBe(`notebook:${page.id()}`);
  await page.keeper.stop();
});

it('a tab that is looked at again looks for what others have written meanwhile', async () => {
  const page = await browser.openTab().open(null);
  await page.keeper.flush();
  const theirs = await browser.openTab().open(page.id());
  theirs.add('from there');
  await theirs.keeper.flush();
  page.look();
  await vi.waitFor(() => expect(page.keeper.store.getState().newer).toBe(true));
  page.add('from here'); // goes on as a copy
  expect(page.keeper.store.getState().newer).toBe(false);
  await page.keeper.stop();
  expect(page.copies).toHaveLength(1);
  await theirs.keeper.stop();
});
