/** A matrix that takes too long to follow a dragged weight is computed behind the others. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { expectShape, openPage, type } from './steps.ts';

const LABEL = 'Four-point differences';
/** On a slow machine that does other things too. */
const PATIENCE = { timeout: 90_000 };

const slow = (page: Page) => notebook.matrix(page, LABEL);
const bar = (page: Page) => slow(page).getByRole('progressbar', { name: `Computing ${LABEL}` });
const percent = async (page: Page): Promise<number> => Number(await bar(page).getAttribute('aria-valuenow'));

/** 2-8-8-1 with 200 points and the four-point differences of its 105 weights: some seconds of work. */
async function showSlowMatrix(page: Page): Promise<void> {
  await openPage(page);
  await notebook.setUnits(page, 'hidden1', 8);
  await notebook.setUnits(page, 'hidden2', 8);
  await type(page.getByRole('textbox', { name: 'N', exact: true }), '200');
  await expectShape(page, [2, 8, 8, 1]);
  await notebook.toggleMatrix(page, LABEL);
  await expect(slow(page).getByText(/^Computing \d+ %$/)).toBeVisible();
}

test('a slow matrix is stopped, goes on from there, and is right in the end', async ({ page }) => {
  test.setTimeout(180_000);
  await showSlowMatrix(page);
  await slow(page).getByRole('button', { name: 'Stop' }).click();
  await expect(slow(page).getByText(/^Stopped at \d+ %$/)).toBeVisible();
  await expectAccessible(page);
  const stoppedAt = await percent(page);
  await expect(slow(page).getByText(`Stopped at ${stoppedAt} %`, { exact: true })).toBeVisible();

  await slow(page).getByRole('button', { name: 'Compute' }).click();
  await expect(slow(page).getByText(/^Computing \d+ %$/)).toBeVisible();
  expect(await percent(page)).toBeGreaterThanOrEqual(stoppedAt);
  await expect(bar(page)).toBeHidden(PATIENCE);
  // differences are right to about 1e-8 of E; E and H are of the order of 100
  await expect.poll(() => notebook.errorOf(page, LABEL), 'error in percent').toBeLessThan(0.01);
});

test(
  'a weight changed meanwhile moves the other matrices, and the slow one begins anew',
  RARELY,
  async ({ page }) => {
    test.setTimeout(180_000);
    await showSlowMatrix(page);
    await expect.poll(() => percent(page), 'well on the way').toBeGreaterThanOrEqual(20);
    await slow(page).getByRole('button', { name: 'Stop' }).click();
    await expect(slow(page).getByText(/^Stopped at \d+ %$/)).toBeVisible();
    const stoppedAt = await percent(page);
    const before = await notebook.pictures(page);
    await notebook.dragWeight(page, 3, 60);
    await expect(slow(page).getByText(/^Computing \d+ %$/)).toBeVisible();
    expect(await percent(page), 'from the beginning').toBeLessThan(stoppedAt);
    await notebook.expectRepainted(page, before);
    await expectAccessible(page, `article[aria-label="${LABEL}"]`);
    await expect(bar(page), 'that was while it is computed').toBeVisible();
    await expect(bar(page)).toBeHidden(PATIENCE);
    await expect.poll(() => notebook.errorOf(page, LABEL), 'error in percent').toBeLessThan(0.01);
  },
);
