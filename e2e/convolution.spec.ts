/** The page of the convolutional network: what sharing does to H, and where the claims fail. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { clipboard } from './notebook.ts';
import { copyLink, expectDrawn, figure, openNotebook } from './pages.ts';
import { colours } from './steps.ts';

test.use(clipboard);

/** Scrolls down until a figure is in sight. */
async function reach(page: Page, place: Locator): Promise<Locator> {
  await expect(async () => {
    if ((await place.count()) === 0) await page.mouse.wheel(0, 400);
    await expect(place).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  return place;
}

/** The gallery of W × W matrices, computed. */
async function gallery(page: Page, W: number): Promise<Locator> {
  const square = page.getByRole('button', { name: new RegExp(`^Exact, ${W} × ${W}: walk`) });
  const place = await reach(page, page.getByRole('figure', { name: 'Matrices' }).filter({ has: square }));
  await expect(place.getByText(/ in .* · painted in .* · float64/)).toBeVisible();
  return place;
}

const card = (place: Locator, label: string): Locator => place.getByRole('article', { name: label });

test('from the list by keys: matrices, K-FAC’s errors, and what only the unshared network has, in the link too', async ({
  page,
  stranger,
}) => {
  await openNotebook(page, '#page/weight-perturbation');
  await page
    .getByRole('navigation', { name: 'Notebooks' })
    .getByRole('link', { name: '5.5.6 A convolutional network' })
    .press('Enter');
  await expectDrawn(page);
  const pooled = await gallery(page, 38);
  for (const label of ['Exact', 'Gauss–Newton', 'Residual', 'K-FAC'])
    await expect.poll(() => colours(card(pooled, label)), label).toBeGreaterThan(10);
  await expect(card(pooled, 'Exact')).toContainText('indefinite');
  await expect(card(pooled, 'K-FAC')).toContainText('74.7 %');

  const lens = await reach(page, figure(page, 'Differences'));
  const errors = lens.getByRole('region', { name: 'K-FAC: errors by layers' });
  await expect(errors.getByRole('row', { name: /^conv1 .*%/ })).toContainText('98.9 %');
  await lens.getByRole('radio', { name: 'Blocks' }).press('ArrowRight');
  await expect(lens.getByText(/^H has 13 negative eigenvalues/)).toBeVisible();
  await expect(lens.getByRole('img').first()).toBeVisible();

  // sharing forbids the directions in which the dense network curves downwards
  await expect(card(await gallery(page, 28), 'Exact')).toContainText('positive semi-definite');
  await expect(card(await gallery(page, 98), 'Exact')).toContainText('−0.113');
  await expectAccessible(page, 'figure[aria-label="Matrices"]');

  await stranger.setViewportSize({ width: 390, height: 844 });
  await stranger.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await openNotebook(stranger, await copyLink(page));
  const theirs = await reach(stranger, figure(stranger, 'Differences'));
  await expect(theirs.getByRole('radio', { name: 'Spectra' })).toBeChecked();
  await expect(theirs.getByText(/^H has 13 negative eigenvalues/)).toBeVisible();
  await expectAccessible(stranger, 'figure[aria-label="Differences"]');
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
