/** One matrix made large: axes, a colour bar, still live. */
import type { Locator, Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { openPage } from './steps.ts';

async function enlarge(page: Page, label: string): Promise<Locator> {
  await page.getByRole('button', { name: `Enlarge ${label}` }).click();
  return page.getByRole('dialog', { name: label });
}

/** The plot's picture of the matrix. */
const heatmap = (dialog: Locator) => dialog.locator('.heatmaplayer image');

test('a matrix is enlarged with axes and a colour bar, and Escape leads back to where one was', async ({
  page,
}) => {
  await openPage(page);
  const dialog = await enlarge(page, 'Exact');
  await expect(heatmap(dialog)).toHaveAttribute('href', /^data:image\/png/);
  for (const axis of ['.xtick', '.ytick'])
    await expect(dialog.locator(axis)).toHaveText(['hidden1', 'hidden2', 'output']);
  const bar = dialog.locator('.colorbar text');
  await expect(bar.first()).toHaveText(/^−/);
  await expect(bar.filter({ hasText: /^0$/ })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Enlarge Exact' })).toBeFocused();
});

test('the large view fills its place also the second time', RARELY, async ({ page }) => {
  await openPage(page);
  for (const label of ['Exact', 'Residual']) {
    const dialog = await enlarge(page, label);
    await expect(heatmap(dialog)).toHaveAttribute('href', /^data:image\/png/);
    const [plot, place] = await Promise.all(
      ['.main-svg', '[class*="_plot_"]'].map((part) => dialog.locator(part).first().boundingBox()),
    );
    expect(plot?.width, label).toBe(place?.width);
    expect(plot?.height, label).toBe(place?.height);
    await page.keyboard.press('Escape');
  }
});

test('the enlarged matrix shows the newest weights', async ({ page }) => {
  await openPage(page);
  const dialog = await enlarge(page, 'Gauss–Newton');
  const before = await heatmap(dialog).getAttribute('href');
  await page.keyboard.press('Escape');
  await notebook.dragWeight(page, 3, 60);
  await enlarge(page, 'Gauss–Newton');
  await expect(heatmap(dialog)).not.toHaveAttribute('href', before ?? '');
});

test('the enlarged matrix moves while the network trains', RARELY, async ({ page }) => {
  await openPage(page);
  await page.getByRole('combobox', { name: 'Method' }).selectOption('Gradient descent');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const dialog = await enlarge(page, 'Outer product');
  for (let change = 0; change < 2; change++) {
    const before = await heatmap(dialog).getAttribute('href');
    await expect(heatmap(dialog)).not.toHaveAttribute('href', before ?? '');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
});
