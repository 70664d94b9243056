import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { copyLink, expectDrawn, openNotebook } from './pages.ts';
import { numberIn } from './steps.ts';

test.use(notebook.clipboard);

/** The study below a heading, by the name of its table; in sight and computed. */
async function studyBelow(page: Page, heading: string, table: string): Promise<Locator> {
  const place = page
    .getByRole('figure')
    .filter({ has: page.getByRole('region', { name: table, exact: true }) })
    .first();
  await expect(async () => {
    await page
      .getByRole('heading', { name: heading, exact: true })
      .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.mouse.wheel(0, 400);
    await expect(place.getByRole('table').first()).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  return place;
}

test('a step that the model promises is taken, undone, and its λ is in the link', async ({
  page,
  stranger,
}) => {
  await openNotebook(page, './#page/inverses');
  const place = await studyBelow(page, 'Steps', 'Steps beside each other');
  const row = place.getByRole('row', { name: /^Levenberg–Marquardt/ });
  const damping = place.getByRole('textbox', { name: 'λ', exact: true });
  await damping.focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('cell').nth(4)).toHaveText('0.591');
  const after = await row.getByRole('cell').nth(3).innerText();
  expect(numberIn(after)).toBeLessThan(8.357);
  await place.getByRole('button', { name: 'Take the step of Levenberg–Marquardt' }).press('Enter');
  await expect(place.getByText(/^E = /)).toContainText(`E = ${after.slice(0, 4)}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place.getByText(/^E = /)).toContainText('E = 8.357');

  await stranger.goto(await copyLink(page));
  await expectDrawn(stranger);
  const there = await studyBelow(stranger, 'Steps', 'Steps beside each other');
  await expect(there.getByRole('textbox', { name: 'λ', exact: true })).toHaveValue('1');
});

test('an indefinite system is explained, and is no violation in light', async ({ page }) => {
  await openNotebook(page, './#page/inverses');
  const place = await studyBelow(page, 'One system, three ways', 'Methods beside each other');
  await expect(place.getByRole('row', { name: /^Conjugate gradients/ })).toContainText('converged');
  await place.getByLabel('A', { exact: true }).selectOption('Exact');
  await expect(place.getByText(/ is indefinite: its eigenvalues are 8 positive, 5 negative\./)).toBeVisible();
  await expect(place.getByText(/^Note: Conjugate gradients stopped after 3 products: /)).toBeVisible();
  await expect(place.locator('svg[data-figure]').first()).toBeVisible();
  await expectAccessible(page);
  await place.getByRole('button', { name: 'Set λ to 8.7' }).click();
  await expect(place.getByRole('row', { name: /^Conjugate gradients/ })).toContainText('converged');
});

test.describe('narrow and dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', reducedMotion: 'reduce' });

  test('the spectrum follows its probes from the keyboard, without violations', async ({ page }) => {
    await openNotebook(page, './#page/spectra');
    const place = await studyBelow(page, 'From many', 'Estimates beside exact numbers');
    await expect(place.getByText(/^16 random vectors/)).toBeVisible();
    await place.getByRole('slider', { name: 'Probes' }).press('End');
    await expect(place.getByText(/^64 random vectors/)).toBeVisible();
    await expect(place.getByText(/its smallest eigenvalue is −18\.4\./)).toBeVisible();
    await expect(place.locator('svg[data-figure]').first()).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
