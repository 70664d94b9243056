/** Computing goes on whatever happens to a worker, and says plainly when it can't. */
import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { openPage, type } from './steps.ts';

test.use(notebook.clipboard);

/** The page still follows a dragged weight. */
async function expectFollows(page: Page): Promise<void> {
  const before = await notebook.pictures(page);
  await notebook.dragWeight(page, 3, 60);
  await notebook.expectRepainted(page, before);
}

test.describe('a worker that dies', () => {
  test.use({ expectedErrors: [/this worker dies on purpose/, /ERR_FAILED/] });

  test('of an error is replaced, and at most a short note says so', async ({ page }) => {
    await openPage(page);
    for (const worker of page.workers())
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('this worker dies on purpose');
        });
      });
    await expect(notebook.notices(page)).toHaveText(/A worker stopped and was replaced/);
    await expectFollows(page);
    await expect(page.getByText('Caution:')).toHaveCount(0);
  });

  test('without a word is given up after a while and replaced', async ({ page }) => {
    await openPage(page);
    for (const worker of page.workers()) await worker.evaluate(() => self.close());
    const before = await notebook.pictures(page);
    await notebook.dragWeight(page, 3, 60);
    await notebook.expectRepainted(page, before, { timeout: 20_000 });
    await expect(page.getByText('Caution:')).toHaveCount(0);
    await expectFollows(page);
  });

  test('before it has begun is started again', RARELY, async ({ page }) => {
    let asked = 0;
    await page.route(/engine\.worker/, async (route) => {
      asked += 1;
      if (asked > 1) await route.continue();
      else await route.abort();
    });
    await openPage(page);
    expect(asked).toBeGreaterThan(1);
    await expectFollows(page);
  });
});

/** Sine, gradient descent, and this learning rate: then Train. */
async function trainAt(page: Page, rate: string): Promise<void> {
  await openPage(page);
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('Sine');
  await page.getByRole('combobox', { name: 'Method' }).selectOption('Gradient descent');
  await type(page.getByRole('textbox', { name: 'Learning rate' }), rate);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByText(/Training diverged/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
}

test('training that diverges at once leaves the weights as they were', async ({ page }) => {
  await trainAt(page, '100');
  await expect(page.getByText(/It stopped at step 0/)).toBeVisible();
  expect(await notebook.stepsTaken(page)).toBe(0);
  expect(await notebook.errorE(page)).toBeLessThan(1000);

  await page.getByRole('button', { name: 'Halve the learning rate and continue' }).click();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('50');
  await expect(page.getByText(/Training diverged/)).toBeVisible();
});

test('training that diverges after some steps offers the way back to the lowest error', async ({ page }) => {
  await trainAt(page, '0.04');
  const steps = await notebook.stepsTaken(page);
  expect(steps).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Go back to step 0, the lowest E' }).click();
  await expect.poll(() => notebook.stepsTaken(page)).toBe(0);
  await expect(page.getByText(/Training diverged/)).toBeHidden();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => notebook.stepsTaken(page)).toBe(steps);
});

test('a network too large for its matrices says so, trains all the same, and can shrink again', async ({
  page,
}) => {
  await openPage(page);
  await notebook.setUnits(page, 'hidden1', 100);
  await notebook.setUnits(page, 'hidden2', 100);
  await expect(page.getByText('W = 10,501', { exact: true })).toBeVisible();
  const said = notebook.matrices(page).getByText(/W = 10,501 takes 882 MB.*training by gradient descent/);
  await expect(said).toBeVisible();
  await expect(notebook.matrix(page, 'Diagonal')).toBeVisible();
  await expect(notebook.matrix(page, 'Exact')).toBeHidden();

  const training = page.getByRole('region', { name: 'Training' });
  await expect(training.getByText(/W is 10,501, allowed up to 1,500/)).toBeVisible();
  await training.getByRole('combobox', { name: 'Method' }).selectOption('Gradient descent');
  await type(training.getByRole('textbox', { name: 'Learning rate' }), '0.0001');
  const before = await notebook.errorE(page);
  await training.getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => notebook.stepsTaken(page)).toBe(1);
  await expect.poll(() => notebook.errorE(page), 'E').toBeLessThan(before);

  await notebook.setUnits(page, 'hidden1', 3);
  await expect(notebook.matrices(page).getByRole('article')).toHaveCount(6);
  await expect(
    notebook.matrix(page, 'Exact').getByRole('button', { name: 'Exact, 510 × 510' }),
  ).toBeVisible();
  await expect(said).toBeHidden();
});

test('more weights than the page can hold are refused in place', RARELY, async ({ page }) => {
  await openPage(page);
  await notebook.setUnits(page, 'hidden1', 256);
  await notebook.inLayerSettings(page, 'hidden2', async (settings) => {
    const units = settings.getByRole('textbox', { name: 'Units' });
    await type(units, '256');
    await expect(settings.getByRole('alert')).toHaveText(/W is 66817: allowed 1 to 20000/);
    await type(units, '10000');
    await expect(settings.getByRole('alert')).toHaveText(/units is 10000: allowed 1 to 256/);
    await units.press('Escape');
    await expect(units).toHaveValue('5');
  });
  await expect(page.getByText('2-256-5-1 · step 0')).toBeVisible();
});
