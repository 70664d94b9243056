import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as pages from './pages.ts';
import { type } from './steps.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1440, height: 900 } });

/** Scrolls down until a study is there and computed. */
async function study(page: Page, name: string, computed: (place: Locator) => Locator): Promise<Locator> {
  const place = pages.figure(page, name);
  await expect(async () => {
    if ((await place.count()) === 0) await page.mouse.wheel(0, 500);
    await expect(place).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  // computed where it is in sight: its frame may be there a screen before
  await pages.see(place);
  await expect(computed(place)).toBeVisible({ timeout: 20_000 });
  await pages.see(computed(place));
  return place;
}

const race = (page: Page): Promise<Locator> =>
  study(page, 'Optimisers', (place) => place.getByRole('row', { name: /^Newton .*minimum$/ }));

const estimated = (page: Page): Promise<Locator> =>
  study(page, 'Weight perturbation', (place) => place.getByRole('row', { name: /^z = Hv/ }));

test('Newton takes one step on the bowl; too large a rate is explained, by keys, and in the link', async ({
  page,
  stranger,
}) => {
  await pages.openNotebook(page, '#page/race');
  const place = await race(page);
  await expect(
    place
      .getByRole('row', { name: /^Newton / })
      .getByRole('cell')
      .first(),
  ).toHaveText('1');
  await type(place.getByRole('textbox', { name: 'Rate η', exact: true }), '0.08');
  await type(place.getByRole('textbox', { name: 'Steps', exact: true }), '1000');
  await expect(
    place.getByText(/Gradient descent diverged after \d+ steps\. .* largest eigenvalue of H is 40/),
  ).toBeVisible();
  await place.getByRole('checkbox', { name: 'K-FAC' }).focus();
  await page.keyboard.press('Space');
  await expect(place.getByRole('row', { name: /^K-FAC .*minimum$/ })).toBeVisible();
  await stranger.goto(await pages.copyLink(page));
  const there = await race(stranger);
  await expect(there.getByRole('textbox', { name: 'Rate η', exact: true })).toHaveValue('0.08');
  await expect(there.getByRole('row', { name: /^K-FAC .*minimum$/ })).toBeVisible();
  await expectAccessible(page);
});

test('long work says how far it is, is cancelled, keeps its points and goes on', async ({ page }) => {
  await pages.openNotebook(page, '#page/weight-perturbation');
  const place = await estimated(page);
  await expect(place.getByRole('row', { name: /^∇E, as it stands/ })).toContainText('5 %');
  await type(place.getByRole('textbox', { name: 'Samples' }), '20000');
  await place.getByRole('radio', { name: 'against samples' }).press('ArrowRight');
  const bar = place.getByRole('progressbar', { name: /^Point \d+ of 26$/ });
  await expect(bar).toBeVisible();
  await expect(bar).not.toHaveAttribute('aria-valuenow', '0');
  await place.getByRole('button', { name: 'Cancel' }).press('Enter');
  const stopped = place.getByText(/^Note: Stopped after \d+ of 26 points\.$/);
  await expect(stopped).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(
    place.getByRole('img', { name: /^Errors of all estimates against σ, from 1×10⁻¹² to / }),
  ).toBeVisible();
  await place.getByRole('button', { name: 'Go on' }).click();
  await expect(stopped).toBeHidden();
  await expect(bar).toBeVisible();
  await type(place.getByRole('textbox', { name: 'Samples' }), '64');
  await expect(place.getByRole('img', { name: /to 3\.162, with 64 samples\.$/ })).toBeVisible();
  await expect(bar).toBeHidden();
});

test.describe('narrow and dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', reducedMotion: 'reduce' });

  test(
    'errors of every estimate, against σ by keys, and no wider than the page',
    RARELY,
    async ({ page }) => {
      await pages.openNotebook(page, '#page/weight-perturbation');
      const place = await estimated(page);
      await expect(place.getByRole('row', { name: /^∇E, as it stands/ })).toContainText('5 %');
      await expectAccessible(page);
      await place.getByRole('radio', { name: 'against samples' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(place.getByText(/terms of third order/)).toBeVisible({ timeout: 20_000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    },
  );
});
