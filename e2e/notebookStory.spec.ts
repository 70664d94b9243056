/** Read, try, write, send: the receiver sees the same to the last digit. */
import { inflateRawSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { clipboard, pause } from './notebook.ts';
import * as on from './pages.ts';
import { shownNumber } from './steps.ts';

test.use(clipboard);
test.slow();

/** The notebook in a link, as the receiver's page reads it. */
const inLink = (link: string): unknown =>
  JSON.parse(
    inflateRawSync(Buffer.from(link.slice(link.indexOf('#')).split('.')[1], 'base64url')).toString(),
  );

const FORMULA = String.raw`H \simeq \sum_n \mathbf b_n \mathbf b_n^{\mathsf T}`;

/** Everything a page says of its first experiment, without what depends on the machine. */
async function shown(page: Page) {
  const matrices = await on.gallery(page);
  return {
    facts: await on.facts(matrices),
    pictures: await on.pictures(matrices),
    error: await errorOf(page).innerText(),
    texts: await page.locator('main math annotation').allTextContents(),
  };
}

const training = (page: Page): Locator =>
  on.figure(page, /^Experiment/).getByRole('region', { name: 'Training' });

const errorOf = (page: Page): Locator => training(page).getByText(/^E /).getByRole('strong');

/** Trains the first experiment until the residual part is below a share of H, in percent. */
async function trainUntil(page: Page, share: number): Promise<void> {
  const matrices = await on.gallery(page);
  await training(page).getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => on.residualShare(matrices), { timeout: 60_000 }).toBeLessThan(share);
  await pause(training(page));
}

test('page 5.4.2 is read, tried, written into and sent, and the receiver sees the same to the last digit', async ({
  page,
  stranger,
}) => {
  await on.openNotebook(page, '#page/outer-product');
  await expect(on.heading(page)).toHaveText('Outer product approximation');
  await expect(on.originLine(page)).toHaveText('A built-in page: what you change becomes your copy');
  const matrices = await on.gallery(page);
  const atFirst = await on.residualShare(matrices);
  expect(atFirst).toBeGreaterThan(50);
  const before = await shownNumber(errorOf(page));

  await trainUntil(page, 1);
  expect(await shownNumber(errorOf(page))).toBeLessThan(before / 10);
  await expect(page).toHaveURL(/#notebook\/[0-9a-f]+$/);

  await on.edit(page);
  await on.insertAt(page, 'Insert above cell 4', 'Text');
  await on.write(page, `The residual is gone, so $${FORMULA}$.`);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText('The residual is gone, so')).toBeVisible();
  await expect(page.locator('main math annotation', { hasText: FORMULA })).toHaveCount(1);
  await on.expectSaved(page);

  const link = await on.copyLink(page);
  expect(link).toContain('#n1.');
  await expect(page.getByText(`Link copied · ${link.length.toLocaleString('en')} characters`)).toBeVisible();
  const sent = await shown(page);

  await on.openNotebook(stranger, link);
  await expect(on.originLine(stranger)).toHaveText('From a link: what you change becomes your copy');
  await expect.poll(() => shown(stranger)).toEqual(sent);
  await expect(stranger.getByText('The residual is gone, so')).toBeVisible();
  const fragment = new URL(link).hash;
  expect(new URL(stranger.url()).hash, 'the link stays in the address').toBe(fragment);

  // every weight, to the last bit: what the receiver would send on is the same link
  await stranger.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  expect(await on.copyLink(stranger)).toBe(link);

  await training(stranger).getByRole('button', { name: 'One step', exact: true }).click();
  await expect(on.originLine(stranger)).toContainText('Your copy of “Outer product”');
  await expect(stranger).toHaveURL(/#notebook\/[0-9a-f]+$/);
  await on.expectSaved(stranger);
  const changed = await on.copyLink(stranger);
  expect(inLink(changed)).not.toEqual(inLink(link));

  await on.openNotebook(stranger, link);
  await expect.poll(() => shown(stranger)).toEqual(sent);
  await page.reload();
  await on.expectDrawn(page);
  await expect.poll(() => shown(page)).toEqual(sent);

  await on.originLine(page).getByRole('link', { name: '“Outer product”' }).click();
  await expect(page).toHaveURL(/#page\/outer-product$/);
  await on.expectDrawn(page);
  expect(await on.residualShare(await on.gallery(page))).toBe(atFirst);
  await expect(page.getByText('The residual is gone, so')).toBeHidden();
});
