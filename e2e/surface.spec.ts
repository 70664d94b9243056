/** The surface of the error over a plane, and what each matrix believes of it. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { clickEntry, entryIn, numberIn, openPage } from './steps.ts';

test.use(notebook.clipboard);

const lens = (page: Page): Locator => page.getByRole('region', { name: 'Surface', exact: true });
const figure = (page: Page): Locator => lens(page).getByRole('img', { name: /^Contours of the error over/ });
const table = (page: Page): Locator => lens(page).getByRole('region', { name: 'Models in this plane' });
const chooseView = (page: Page, name: string) =>
  page
    .getByRole('radiogroup', { name: 'View' })
    .getByRole('radio', { name, exact: true })
    .check({ force: true });

async function openSurface(page: Page): Promise<void> {
  await chooseView(page, 'Surface');
  await expectDrawn(page);
}

async function expectDrawn(page: Page): Promise<void> {
  await expect(figure(page).locator('path[clip-path][fill^="rgb"]').first()).toBeAttached();
  await expect(lens(page).locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The numbers in a model's row: pᵀAp, pᵀAq, qᵀAq, both eigenvalues, … */
async function row(page: Page, model: string): Promise<string[]> {
  return table(page)
    .getByRole('row', { name: new RegExp(`^${model}`) })
    .getByRole('cell')
    .allInnerTexts();
}

test('along two weights the matrices in the plane are entries of the matrices', async ({ page }) => {
  await openPage(page);
  await clickEntry(page, 'Exact', 24, 40);
  const entries: Record<string, string> = {};
  for (const label of ['Exact', 'Gauss–Newton', 'Diagonal'])
    entries[label] = await entryIn(page, label).innerText();
  await openSurface(page);
  await lens(page).getByRole('button', { name: 'Use the selected entry’s weights' }).click();
  await expect(lens(page).getByLabel('First axis')).toHaveValue('23');
  await expect(lens(page).getByLabel('Second axis')).toHaveValue('39');
  for (const [model, label] of [
    ['Exact H', 'Exact'],
    ['Gauss–Newton', 'Gauss–Newton'],
    ['Diagonal', 'Diagonal'],
  ] as const)
    await expect.poll(async () => (await row(page, model))[1], model).toBe(entries[label]);
});

test('along eigenvectors the exact model is diagonal and names its eigenvalues', async ({ page }) => {
  await openPage(page);
  await openSurface(page);
  await lens(page).getByRole('radio', { name: 'eigenvectors' }).check({ force: true });
  await expect(figure(page)).toHaveAccessibleName(
    /over along eigenvector 1 \(λ = .*\) and along eigenvector 2/,
  );
  const [pp = '', pq = '', qq = ''] = await row(page, 'Exact H');
  expect(Math.abs(numberIn(pq))).toBeLessThan(1e-6 * Math.abs(numberIn(pp)));
  expect(Math.abs(numberIn(qq))).toBeLessThanOrEqual(Math.abs(numberIn(pp)));
});

test(
  'one goes to a model’s lowest point, finds the error it says there, and comes back',
  RARELY,
  async ({ page }) => {
    await openPage(page);
    await openSurface(page);
    const before = await notebook.errorE(page);
    const told = await row(page, 'Diagonal');
    const change = numberIn(told[6] ?? '');
    await table(page)
      .getByRole('button', { name: /^Go there ?to the lowest point of Diagonal$/ })
      .click();
    await expect.poll(() => notebook.errorE(page)).toBeCloseTo(before + change, 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => notebook.errorE(page)).toBe(before);
  },
);

test('everything can be chosen with the keyboard, and the figure follows', async ({ page }) => {
  await openPage(page);
  await openSurface(page);
  const name = () => figure(page).getAttribute('aria-label');
  const first = await name();
  await lens(page).getByLabel('Second axis').press('ArrowDown');
  await expect.poll(name).not.toBe(first);
  await lens(page).getByRole('slider', { name: 'Span ±' }).press('ArrowRight');
  await expect(figure(page)).toHaveAccessibleName(/within 1\.12 of the present weights/);
  await lens(page).getByRole('checkbox', { name: 'Diagonal' }).press('Space');
  await expect(figure(page)).toHaveAccessibleName(/laid over it: Exact H, Gauss–Newton\.$/);
  await expect(table(page).getByRole('row')).toHaveCount(3);
});

test('the plane is in the link', async ({ page, stranger }) => {
  await openPage(page);
  await openSurface(page);
  await lens(page).getByLabel('First axis').selectOption({ index: 30 });
  await lens(page).getByRole('slider', { name: 'Span ±' }).press('ArrowLeft');
  await lens(page).getByRole('checkbox', { name: 'Gauss–Newton' }).uncheck();
  await expect(figure(page)).toHaveAccessibleName(/within 0\.891 .*laid over it: Exact H, Diagonal\.$/);
  const said = await figure(page).getAttribute('aria-label');
  await stranger.goto(await notebook.copyLink(page));
  await expect(figure(stranger)).toHaveAccessibleName(said ?? '');
  await expectDrawn(stranger);
  expect(await row(stranger, 'Exact H')).toEqual(await row(page, 'Exact H'));
});

test('it follows the weights, and a network that becomes smaller', RARELY, async ({ page }) => {
  await openPage(page);
  await openSurface(page);
  await lens(page).getByLabel('First axis').selectOption({ index: 58 });
  await expect(figure(page)).toHaveAccessibleName(/bias of output/);
  const before = await row(page, 'Exact H');
  await page.getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => row(page, 'Exact H')).not.toEqual(before);
  await notebook.setUnits(page, 'hidden1', 2);
  await expect(lens(page).getByLabel('First axis').getByRole('option')).toHaveCount(27);
  await expect(figure(page)).toHaveAccessibleName(/bias of output/);
  await expectDrawn(page);
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(
    `it is accessible at ${width} px, and nothing is wider than the page`,
    width > 390 ? RARELY : {},
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openPage(page);
      await openSurface(page);
      for (const colorScheme of themesAt(width)) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await expectAccessible(page);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
