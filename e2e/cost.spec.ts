/** What each method costs: counted, measured, and over growing networks. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { numberIn, openPage } from './steps.ts';

test.use(notebook.clipboard);

/** Every method is timed, on a slow machine that does other things too. */
const PATIENCE = { timeout: 150_000 };

const lens = (page: Page): Locator => page.getByRole('region', { name: 'Cost', exact: true });
const measure = (page: Page): Locator => lens(page).getByRole('button', { name: /^Measure/ });
const bar = (page: Page): Locator => lens(page).getByRole('progressbar');

async function openCost(page: Page): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'View' })
    .getByRole('radio', { name: 'Cost', exact: true })
    .check({ force: true });
  await expect(measure(page)).toBeVisible();
}

const chooseGrowth = (page: Page): Promise<void> =>
  lens(page).getByRole('radio', { name: 'Growing networks' }).check({ force: true });

/** The cells of a method's row. */
const cells = (page: Page, method: string): Promise<string[]> =>
  lens(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: method, exact: true }) })
    .getByRole('cell')
    .allInnerTexts();

test('operations are counted at once, times are measured when asked for', RARELY, async ({ page }) => {
  test.setTimeout(180_000);
  await openPage(page);
  await openCost(page);
  await expect(lens(page).getByRole('row')).toHaveCount(1 + 25);
  // 2-6-5-1 with 120 points: three products of 59 weights forward, backward and to the gradient
  expect(numberIn((await cells(page, 'Gradient ∇E'))[1] ?? '')).toBe(3 * 2 * 120 * 59);
  await expect(
    lens(page).getByText(/Two-layer closed form \(needs one hidden layer, network has 2\)/),
  ).toBeVisible();
  expect((await cells(page, 'Exact'))[2]).toBe('');

  await measure(page).focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeVisible();
  await expect(bar(page)).toBeHidden(PATIENCE);
  const [, , time = '', rate = ''] = await cells(page, 'Exact');
  expect(time).toMatch(/ ms$/);
  expect(numberIn(rate)).toBeGreaterThan(0);
  await expect(lens(page).getByText(/^One Hv takes .* times as long as a gradient; all of H/)).toBeVisible();
  await expectAccessible(page);

  await lens(page).getByRole('radio', { name: 'Growing networks' }).check({ force: true });
  await lens(page).getByRole('radio', { name: 'This network' }).check({ force: true });
  await expect.poll(async () => (await cells(page, 'Exact'))[2], 'times are kept').toBe(time);
  await notebook.setUnits(page, 'hidden2', 2);
  await expect.poll(async () => (await cells(page, 'Exact'))[2], 'another network').toBe('');
});

test('measuring is cancelled; what is there stays', async ({ page }) => {
  await openPage(page);
  await openCost(page);
  await measure(page).click();
  await expect.poll(async () => Number(await bar(page).getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await lens(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(bar(page)).toBeHidden();
  expect((await cells(page, 'Gradient ∇E'))[2]).toMatch(/ ms$/);
  expect((await cells(page, 'Four-point differences'))[2]).toBe('');
  await expect(measure(page)).toHaveText('Measure again');
});

test('over growing networks times follow powers of W', RARELY, async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page);
  await openCost(page);
  await chooseGrowth(page);
  await measure(page).click();
  await expect(bar(page)).toBeVisible();
  await expect(bar(page)).toBeHidden({ timeout: 220_000 });
  await expect(
    lens(page).getByRole('img', { name: /^Times over W grow: .*R-columns like W to the/ }),
  ).toBeVisible();
  expect(numberIn((await cells(page, 'Gradient ∇E'))[1] ?? '')).toBe(1);
  expect(numberIn((await cells(page, 'Exact, R-columns'))[1] ?? '')).toBe(2);
  const measured = numberIn((await cells(page, 'Exact, R-columns'))[2] ?? '');
  expect(measured).toBeGreaterThan(1);
  await expectAccessible(page);
});

test('a network without hidden layers can’t grow, and the figure is in the link', async ({
  page,
  stranger,
}) => {
  await openPage(page);
  await openCost(page);
  await chooseGrowth(page);
  await expect(lens(page).getByText(/W = 31, 59, 116, 250, 499/)).toBeVisible();
  await stranger.goto(await notebook.copyLink(page));
  await expect(lens(stranger).getByRole('radio', { name: 'Growing networks' })).toBeChecked();
  await expect(lens(stranger).getByText(/W = 31, 59, 116, 250, 499/)).toBeVisible();

  await page.getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('dialog', { name: 'Examples' })
    .getByRole('listitem')
    .filter({ hasText: 'A linear model' })
    .getByRole('button')
    .first()
    .click();
  await openCost(page);
  await chooseGrowth(page);
  await expect(lens(page).getByText(/can’t be made to grow\. It needs a hidden layer/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(
      'accessible on a desktop and on a phone, while it measures and after',
      colorScheme === 'light' ? RARELY : {},
      async ({ page }) => {
        await openPage(page);
        await openCost(page);
        await expectAccessible(page);
        await page.setViewportSize({ width: 390, height: 844 });
        await expect(lens(page).getByRole('row')).toHaveCount(1 + 25);
        await expectAccessible(page);
        await chooseGrowth(page);
        await measure(page).click();
        await expect(lens(page).getByRole('img', { name: /^Times over W/ })).toBeVisible(PATIENCE);
        await lens(page).getByRole('button', { name: 'Cancel' }).click();
        await expect(bar(page)).toBeHidden();
        await expectAccessible(page);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          'no scrolling sideways',
        ).toBeLessThanOrEqual(0);
      },
    );
  });
