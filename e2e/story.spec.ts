/** The lesson that the page is made for, from the first network to the class's screens. */
import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { expectShape, openPage, type } from './steps.ts';

const FOUR = ['Exact', 'Diagonal', 'Outer product', 'Gauss–Newton'];

test.use(notebook.clipboard);

/** A 2-3-1 network that learns XOR by least squares, and the four matrices of the lesson. */
async function buildNetwork(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('XOR');
  await page.getByRole('combobox', { name: 'Loss' }).selectOption('Sum of squares');
  await type(page.getByRole('textbox', { name: 'decay α' }), '0.0001');
  await notebook.inLayerSettings(page, 'hidden2', (settings) =>
    settings.getByRole('button', { name: 'Remove hidden2' }).click(),
  );
  await notebook.setUnits(page, 'hidden1', 3);
  await notebook.inLayerSettings(page, 'output', async (settings) => {
    await settings.getByRole('combobox', { name: 'Activation' }).selectOption('identity');
  });
  await notebook.toggleMatrix(page, 'Residual', 'Empirical Fisher');
  await expectShape(page, [2, 3, 1]);
}

test('a teacher builds a 2-3-1 network, and all four matrices follow a dragged weight', async ({ page }) => {
  await buildNetwork(page);
  await expect(notebook.matrices(page).getByRole('article')).toHaveCount(4);

  const built = await notebook.pictures(page);
  await notebook.dragWeight(page, 2, 40);
  await notebook.expectRepainted(page, built);

  const dragged = await notebook.pictures(page);
  const value = page.getByRole('region', { name: 'Weight' }).getByRole('textbox', { name: 'Value' });
  const before = await value.inputValue();
  await value.press('Shift+ArrowUp');
  await expect(value).not.toHaveValue(before);
  await notebook.expectRepainted(page, dragged);

  const stepped = await notebook.pictures(page);
  await notebook.drawing(page).press('Alt+ArrowDown');
  await notebook.expectRepainted(page, stepped);
});

test('while she trains, the outer product grows to look like the exact Hessian', RARELY, async ({ page }) => {
  await buildNetwork(page);
  await expect.poll(() => notebook.errorOf(page, 'Outer product')).toBeGreaterThan(30);
  const start = await notebook.errorE(page);

  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => notebook.errorE(page), 'E').toBeLessThan(start / 10);
  await expect.poll(() => notebook.errorOf(page, 'Outer product')).toBeLessThan(1);
  await expect.poll(() => notebook.errorOf(page, 'Diagonal'), 'the diagonal stays wrong').toBeGreaterThan(10);
  await expect(page.getByRole('img', { name: /^Error between/ })).toBeVisible();
});

test('every student who opens her link has exactly her experiment on screen', async ({ page, stranger }) => {
  await buildNetwork(page);
  await notebook.dragWeight(page, 0, -25);
  await notebook.trainFor(page, 3);
  await page.getByRole('radio', { name: 'each' }).click();
  await page.getByRole('radio', { name: 'linear' }).click();
  const entries = notebook.matrix(page, 'Exact').getByRole('button', { name: /^Exact, 13 × 13/ });
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await entries.press(key);
  const link = await notebook.copyLink(page);

  await stranger.goto(link);
  await notebook.expectComputed(stranger);
  await expect(notebook.matrices(stranger).getByRole('article')).toHaveCount(4);
  for (const label of FOUR) await expect(notebook.matrix(stranger, label)).toBeVisible();
  await expect(stranger.getByRole('radio', { name: 'each' })).toBeChecked();
  await expect(stranger.getByRole('radio', { name: 'linear' })).toBeChecked();
  const entry = await page.getByRole('region', { name: 'Entry' }).innerText();
  await expect(stranger.getByRole('region', { name: 'Entry' })).toHaveText(entry, { useInnerText: true });
  await expect.poll(() => notebook.pictures(stranger)).toEqual(await notebook.pictures(page));
  expect(await notebook.fragment(stranger), 'weights to the last bit').toBe(new URL(link).hash);
});
