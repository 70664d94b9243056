/** The studies of pruning and influence: they compute, are changed by keyboard, and travel in the link. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { clipboard } from './notebook.ts';
import { copyLink, figure, openNotebook, see } from './pages.ts';
import { type } from './steps.ts';

test.use(clipboard);

const picture = (place: Locator, label: RegExp): Locator => place.getByRole('img', { name: label });

/** The first study of that name on a page, in sight. */
async function studyOn(page: Page, name: string): Promise<Locator> {
  const place = figure(page, name);
  await expect(async () => {
    if ((await place.count()) === 0) await page.mouse.wheel(0, 400);
    await expect(place).toBeVisible({ timeout: 500 });
  }).toPass();
  return see(place);
}

test('weights are deleted up to a threshold that is in the link, from the experiment too, and undone', async ({
  page,
  stranger,
}) => {
  await openNotebook(page, '#page/pruning');
  const study = await studyOn(page, 'Pruning');
  await expect(picture(study, /^Predicted against true ΔE of 17 deletions/)).toBeVisible();
  await study.getByRole('radio', { name: 'Predictions' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture(study, /Optimal Brain Surgeon deletes 7 of 17\.$/)).toBeVisible();
  await type(study.getByRole('textbox', { name: 'E may rise by' }), '0.5');
  const six = /Magnitude deletes 0 of 17.*Optimal Brain Surgeon deletes 6 of 17\.$/;
  await expect(picture(study, six)).toBeVisible();
  await expectAccessible(page, 'figure[aria-label="Pruning"]');

  await stranger.setViewportSize({ width: 390, height: 844 });
  await stranger.emulateMedia({ colorScheme: 'dark' });
  await openNotebook(stranger, await copyLink(page));
  await expect(picture(await studyOn(stranger, 'Pruning'), six)).toBeVisible();
  await expectAccessible(stranger, 'figure[aria-label="Pruning"]');

  await study.getByRole('button', { name: 'Optimal Brain Surgeon: all 6' }).focus();
  await page.keyboard.press('Enter');
  await expect(study.getByText('This is not a minimum')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(picture(study, six)).toBeVisible();
});

test('a pattern is removed, another chosen by keyboard, and all are retrained', async ({ page }) => {
  await openNotebook(page, '#page/influence');
  const study = await studyOn(page, 'Influence');
  await expect(study.getByRole('row', { name: /^retrained 0\.428/ })).toBeVisible();
  await expect(
    picture(study, /^Without pattern 27 the output there goes from 0\.929 to 0\.973/),
  ).toBeVisible();
  await type(study.getByRole('textbox', { name: 'Pattern' }), '3');
  await expect(picture(study, /^Without pattern 3 /)).toBeVisible();
  await study.getByRole('radio', { name: 'Remove it' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture(study, /^With pattern 3 moved /)).toBeVisible();
  await expectAccessible(page, 'figure[aria-label="Influence"]');
  await study.getByRole('radio', { name: 'Fit' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(picture(study, /for 40 patterns: rank correlation 0\.99/)).toBeVisible({ timeout: 20_000 });

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page, 'figure[aria-label="Influence"]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
