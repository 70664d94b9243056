/** Notebooks that want to freeze the page, to leave it or to break it; and long ones. */
import type { Page } from '@playwright/test';
import { hostile } from '../app/notebook/text/testing/hostile.ts';
import { expect, RARELY, test } from './fixtures.ts';
import { clipboard } from './notebook.ts';
import * as on from './pages.ts';

test.use(clipboard);

/** Texts in one notebook: their times add up to one task. */
const CELLS = 20;
/** Of the longest task, for each cell; the bound of one text is held in the unit tests. */
const MILLISECONDS_PER_CELL = 1000;

interface Watched {
  longest: number;
}

/** Runs in the page: notes the longest task. */
const watchTasks = (): void => {
  const watched: Watched = { longest: 0 };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
};

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched.longest);

/** Opens a notebook's file as the File menu does. */
async function openFile(page: Page, notebook: object): Promise<void> {
  await page.goto('./#');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Open file…', exact: true }).click();
  await (
    await chooser
  ).setFiles({
    name: 'n.hessian.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(notebook)),
  });
  await expect(page).toHaveURL(/#notebook\/[0-9a-f]+$/, { timeout: 20_000 });
  await on.expectDrawn(page);
}

/** Nothing that loads or runs, no address that does, no task over a second for each text. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.locator('main :is(img, script, iframe, style, link, object, base, meta)').count()).toBe(
    0,
  );
  const addresses = await page
    .locator('main a')
    .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ protocol }) => protocol));
  for (const protocol of new Set(addresses)) expect(['http:', 'https:', 'mailto:']).toContain(protocol);
  expect(await longestTask(page)).toBeLessThan(MILLISECONDS_PER_CELL * CELLS);
}

/** Validation refuses these characters by name; typed or pasted, they are left out. */
const REFUSED = /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

const slices = Array.from({ length: Math.ceil(hostile.length / CELLS) }, (_, n) =>
  hostile
    .slice(n * CELLS, (n + 1) * CELLS)
    .map(({ name, source }) => ({ name, source: source.replace(REFUSED, '') })),
);

slices.forEach((texts, n) => {
  const title = `hostile texts in a file, ${n + 1} of ${slices.length}: nothing freezes, nothing is asked for elsewhere`;
  // each is rendered in the unit tests; in a browser, the first part is enough for every day
  test(title, n === 0 ? {} : RARELY, async ({ page, stranger }) => {
    test.slow();
    await page.addInitScript(watchTasks);
    const cells = texts.map(({ source }, at) => ({ id: `c${at + 1}`, kind: 'text', text: source }));
    cells.push({ id: 'end', kind: 'text', text: 'the end is reached' });
    await openFile(page, { version: 1, title: 'Hostile', cells });
    await expect(page.getByText('the end is reached')).toBeAttached({ timeout: 60_000 });
    // kept, and opened from there again
    await page.reload();
    await on.expectDrawn(page);
    await expect(on.heading(page)).toHaveText('Hostile');
    await expect(page.getByText('the end is reached')).toBeAttached({ timeout: 60_000 });
    await expectHarmless(page);
    if (n === 0) {
      const link = await on.copyLink(page);
      await stranger.addInitScript(watchTasks);
      await on.openNotebook(stranger, link);
      await expect(stranger.getByText('the end is reached')).toBeAttached({ timeout: 60_000 });
      await expectHarmless(stranger);
    }
    await page.getByRole('link', { name: 'All notebooks' }).click();
    await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
  });
});

test('of forty cells only those in sight are drawn', async ({ page }) => {
  test.slow();
  await page.goto('#page/outer-product');
  await on.expectDrawn(page);
  await page.addInitScript(watchTasks);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Download file' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const file = JSON.parse(Buffer.concat(chunks).toString()) as { cells: { id: string; kind: string }[] };
  const experiment = file.cells.find(({ kind }) => kind === 'experiment');
  const cells = Array.from({ length: 40 }, (_, at) =>
    at % 4 === 0
      ? { ...experiment, id: `c${at}` }
      : at % 4 === 1
        ? { id: `c${at}`, kind: 'matrices' }
        : { id: `c${at}`, kind: 'text', text: `Text ${at}, with $x_{${at}}$` },
  );
  await openFile(page, { ...file, cells });
  await page.reload();
  await on.expectDrawn(page);
  await on.gallery(page, 0);
  const canvases = () => page.locator('main canvas').count();
  // three matrices each in ten galleries would be thirty, and the data have theirs
  expect(await canvases()).toBeLessThan(20);
  for (let n = 0; n < 40; n++) await page.mouse.wheel(0, 500);
  await page.getByText('Text 39, with').scrollIntoViewIfNeeded();
  await expect(page.getByText('Text 39, with')).toBeInViewport();
  await expect.poll(canvases, { timeout: 20_000 }).toBeLessThan(20);
  await expect(page.locator('#cell-c0 canvas, #cell-c1 canvas')).toHaveCount(0);
});
