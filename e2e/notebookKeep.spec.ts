/** What is written is kept: through reload, in several notebooks and tabs, and when a tab comes to a sudden end. */
import type { Page } from '@playwright/test';
import { expect, test, THOROUGH } from './fixtures.ts';
import * as on from './pages.ts';

/** A new notebook with one text, open for editing. */
async function newNotebook(page: Page, title: string, text: string): Promise<void> {
  await page.goto('#notebook');
  await page.getByRole('button', { name: 'New notebook' }).click();
  await on.expectDrawn(page);
  await on.edit(page);
  const field = page.getByRole('textbox', { name: 'Title of the notebook' });
  await field.fill(title);
  await field.press('Enter');
  await on.insertAt(page, 'Insert at the end', 'Text');
  await on.write(page, text);
}

const listed = (page: Page) => page.getByRole('main').getByRole('list').first().getByRole('link');

test('notebooks are kept, found, deleted and brought back', async ({ page }) => {
  await newNotebook(page, 'On curvature', 'a text about whales');
  await on.expectSaved(page);
  await newNotebook(page, 'On data', 'a text about ships');
  await on.expectSaved(page);
  await page.reload();
  await on.expectDrawn(page);
  await expect(on.heading(page)).toHaveText('On data');
  await expect(page.getByText('a text about ships')).toBeVisible();

  await page.goto('#notebook');
  await expect(listed(page)).toHaveText(['On data', 'On curvature']);
  const search = page.getByRole('searchbox', { name: 'Search your notebooks' });
  await search.fill('WHALES');
  await expect(listed(page)).toHaveText(['On curvature']);
  await page.getByRole('button', { name: 'Delete On curvature' }).click();
  await expect(page.getByText('None of your notebooks holds these words.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(listed(page)).toHaveText(['On curvature']);
  await search.fill('');
  await expect(listed(page)).toHaveText(['On data', 'On curvature']);
  await listed(page).nth(1).click();
  await on.expectDrawn(page);
  await expect(page.getByText('a text about whales')).toBeVisible();
});

test('two tabs at the same notebook: neither one’s words are lost', async ({ page, context }) => {
  test.slow();
  await newNotebook(page, 'Shared by two tabs', 'first');
  await on.expectSaved(page);
  const other = await context.newPage();
  await on.openNotebook(other, page.url());
  await expect(other.getByText('first')).toBeVisible();

  // both open, the other writes: it can be taken over here
  await on.edit(other);
  await on.insertAt(other, 'Insert at the end', 'Text');
  await on.write(other, 'from the other tab');
  await on.expectSaved(other);
  await page.getByRole('button', { name: 'Changed in another tab: show it' }).click();
  await expect(page.getByText('from the other tab')).toBeVisible();

  // both write, neither looks: one goes on as a copy
  await other.bringToFront();
  await on.insertAt(other, 'Insert at the end', 'Text');
  await on.write(other, 'second from the other tab');
  await on.expectSaved(other);
  await page.bringToFront();
  await on.insertAt(page, 'Insert at the end', 'Text');
  await on.write(page, 'second from this tab');
  await expect(page.getByText(/was changed in another tab: yours goes on as/)).toBeVisible();
  await on.expectSaved(page);

  await page.goto('#notebook');
  await expect(listed(page)).toHaveCount(2);
  const texts: string[] = [];
  for (const n of [0, 1]) {
    await page.goto('#notebook');
    await expect(listed(page)).toHaveCount(2);
    await listed(page).nth(n).click();
    await on.expectDrawn(page);
    texts.push(await page.getByRole('article').innerText());
  }
  expect(texts.join()).toContain('second from the other tab');
  expect(texts.join()).toContain('second from this tab');
  for (const text of texts) expect(text).toContain('from the other tab');
});

/** Tabs that come to a sudden end. */
const KILLS = THOROUGH ? 50 : 3;

test(`a tab that is killed a second after the last edit loses nothing, ${KILLS} times`, async ({
  page,
  context,
}) => {
  test.setTimeout(400_000);
  await newNotebook(page, 'Killed', 'n = 0');
  await on.expectSaved(page);
  const address = page.url();
  let tab = page;
  for (let n = 1; n <= KILLS; n++) {
    if (n > 1) {
      tab = await context.newPage();
      await on.openNotebook(tab, address);
      await on.edit(tab);
    }
    await expect(on.cells(tab).locator('p'), `after ${n - 1} kills`).toHaveText(`n = ${n - 1}`);
    await on.cell(tab, 1).dblclick();
    await expect(on.field(tab)).toBeFocused();
    await tab.keyboard.press('Control+a');
    await tab.keyboard.type(`n = ${n}`);
    await expect(tab.getByRole('group', { name: 'Preview' })).toHaveText(`n = ${n}`);
    // the second of the promise: no page is there to wait for
    await tab.waitForTimeout(1000);
    const crash = context.newCDPSession(tab).then((session) => session.send('Page.crash'));
    crash.catch(() => undefined);
    await tab.waitForEvent('crash');
    await tab.close();
  }
  tab = await context.newPage();
  await on.openNotebook(tab, address);
  await expect(tab.getByText(`n = ${KILLS}`, { exact: true })).toBeVisible();
});
