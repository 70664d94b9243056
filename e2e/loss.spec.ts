import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { card, clickEntry, entryIn, newPicture, openPage, picture, shownNumber, type } from './steps.ts';

const loss = (page: Page) => page.getByRole('combobox', { name: 'Loss' });
const decay = (page: Page) => page.getByRole('textbox', { name: 'decay α' });

/** Sets α to 0, and waits until the smallest eigenvalue of the outer product says so. */
async function withoutDecay(page: Page): Promise<void> {
  const smallest = page.getByRole('article', { name: 'Outer product' }).getByRole('definition').nth(1);
  await expect(smallest).toHaveText('0.01');
  await type(decay(page), '0');
  await expect(smallest).not.toHaveText('0.01');
}

/** Losses for targets of any kind. */
const anyTargets = ['Sum of squares', 'Squared norm', 'Pseudo-Huber', 'Cauchy'];

const offered = {
  Sine: {
    losses: anyTargets,
    usual: 'Sum of squares',
    reason: /^Poisson needs .*below 0, binary cross-entropy 0 or 1, softmax cross-entropy one-hot\.$/,
  },
  XOR: {
    losses: [...anyTargets, 'Poisson', 'Binary cross-entropy'],
    usual: 'Binary cross-entropy',
    reason: /^Softmax cross-entropy needs .*one/,
  },
  'Three blobs': {
    losses: [...anyTargets, 'Poisson', 'Binary cross-entropy', 'Softmax cross-entropy'],
    usual: 'Softmax cross-entropy',
    reason: null,
  },
};

for (const [set, { losses, usual, reason }] of Object.entries(offered))
  test(
    `${set} offers the losses that suit it and says why not the others`,
    set === 'Sine' ? {} : RARELY,
    async ({ page }) => {
      await openPage(page);
      const moons = await picture(page, 'Exact');
      await page.getByLabel('Data set').selectOption(set);
      const first = await newPicture(page, 'Exact', moons);
      await expect(loss(page).locator('option:enabled')).toHaveText(losses);
      await (reason === null
        ? expect(card(page, 'Loss').getByText(/needs/)).toHaveCount(0)
        : expect(card(page, 'Loss').getByText(reason)).toBeVisible());
      for (const other of losses.filter((name) => name !== usual)) {
        await loss(page).selectOption(other);
        await newPicture(page, 'Exact', first);
        await loss(page).selectOption(usual);
        await expect.poll(() => picture(page, 'Exact')).toBe(first);
      }
    },
  );

test('an output layer offers the activations that go with the loss, and says why', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^output: / }).click();
  const settings = page.getByRole('dialog', { name: /^output: / });
  await expect(settings.getByRole('option')).toHaveText(['logistic']);
  await expect(settings).toContainText(/cross-entropy/i);
});

test('the mean divides every entry by N, in every digit shown', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  await type(page.getByRole('textbox', { name: 'N', exact: true }), '100');
  await newPicture(page, 'Exact', before);
  await withoutDecay(page);
  const labels = ['Exact', 'Outer product', 'Gauss–Newton', 'Residual'];
  const shown = () => Promise.all(labels.map((label) => shownNumber(entryIn(page, label))));
  for (const [row, column] of [
    [1, 2],
    [30, 30],
    [58, 7],
  ] as const) {
    await clickEntry(page, 'Exact', row, column);
    const sums = await shown();
    await page.getByRole('radio', { name: 'mean' }).click();
    for (const [at, label] of labels.entries())
      await expect
        .poll(async () => 100 * (await shownNumber(entryIn(page, label))), label)
        .toBeCloseTo(sums[at], 10);
    await page.getByRole('radio', { name: 'Σ' }).click();
    await expect.poll(shown).toEqual(sums);
  }
});

test('weight decay adds α to the diagonal and to nothing else', async ({ page }) => {
  await openPage(page);
  await withoutDecay(page);
  await clickEntry(page, 'Exact', 4, 4);
  const labels = ['Exact', 'Diagonal', 'Outer product', 'Gauss–Newton'];
  const before = await Promise.all(labels.map((label) => shownNumber(entryIn(page, label))));
  const residual = await entryIn(page, 'Residual').innerText();
  await type(decay(page), '1');
  for (const [at, label] of labels.entries())
    await expect
      .poll(async () => (await shownNumber(entryIn(page, label))) - before[at], label)
      .toBeCloseTo(1, 2);
  await expect(entryIn(page, 'Residual')).toHaveText(residual);

  await clickEntry(page, 'Exact', 4, 5);
  const beside = await entryIn(page, 'Exact').innerText();
  await type(decay(page), '0');
  await page.keyboard.press('Tab');
  await clickEntry(page, 'Exact', 4, 4);
  await expect.poll(() => shownNumber(entryIn(page, 'Exact'))).toBe(before[0]);
  await clickEntry(page, 'Exact', 4, 5);
  await expect(entryIn(page, 'Exact')).toHaveText(beside);
});

test('an α that cannot be is refused beside the field', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  for (const typed of ['-1', '1e308', 'NaN', 'α']) {
    await type(decay(page), typed);
    await expect(card(page, 'Loss').getByRole('alert')).toHaveText(
      `decay α is ${typed}: allowed 0 to 1000000`,
    );
    await expect(decay(page)).toHaveValue(typed);
  }
  await decay(page).press('Escape');
  await expect(decay(page)).toHaveValue('0.01');
  expect(await picture(page, 'Exact')).toBe(before);
});
