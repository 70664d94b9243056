import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import {
  allMatrices,
  card,
  cellOf,
  clickEntry,
  colours,
  entryIn,
  matrix,
  newPicture,
  openPage,
  picture,
  shownNumber,
} from './steps.ts';

const six = ['Exact', 'Diagonal', 'Outer product', 'Gauss–Newton', 'Residual', 'Empirical Fisher'];
const article = (page: Page, label: string) => page.getByRole('article', { name: label, exact: true });

test('one chooses which matrices are shown, and one always stays', async ({ page }) => {
  await openPage(page);
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(six);
  await page.getByRole('button', { name: /^6 matrices/ }).click();
  const choice = page.getByRole('group', { name: 'Matrices on show' });
  const box = (label: string) => choice.getByRole('checkbox', { name: label, exact: true });
  for (const label of six.slice(1)) await box(label).uncheck();
  await expect(allMatrices(page)).toHaveCount(1);
  await expect(box('Exact')).toBeDisabled();
  await box('Residual').check();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(['Exact', 'Residual']);
  await expect.poll(() => colours(matrix(page, 'Residual'))).toBeGreaterThan(15);
  await expect(page.getByText(/^2 matrices in/)).toBeVisible();
});

test('the scale is shared or of each, linear or logarithmic', async ({ page }) => {
  await openPage(page);
  const bar = page.getByRole('img', { name: /^Colour scale/ });
  await expect(bar).toHaveAccessibleName(/^Colour scale from −\d.* to \+\d.*, symlog$/);
  const shared = await picture(page, 'Residual');
  const exact = await picture(page, 'Exact');
  await page.getByRole('radio', { name: 'each' }).click();
  await expect(bar).toHaveAccessibleName('Colour scale from −largest to +largest, symlog');
  await newPicture(page, 'Residual', shared);
  await page.getByRole('radio', { name: 'linear' }).click();
  await expect(bar).toHaveAccessibleName(/linear$/);
  await newPicture(page, 'Exact', exact);
  await page.getByRole('radio', { name: 'shared' }).click();
  await page.getByRole('radio', { name: 'symlog' }).click();
  await expect.poll(() => picture(page, 'Residual')).toBe(shared);
  await expect.poll(() => picture(page, 'Exact')).toBe(exact);
});

test('pointing at an entry reads it out, and the keyboard reads the same', async ({ page }) => {
  await openPage(page);
  const entry = card(page, 'Entry');
  await matrix(page, 'Gauss–Newton').hover({ position: await cellOf(page, 'Gauss–Newton', 3, 21) });
  await expect(entry).toContainText('row 3, column 21');
  const hovered = await entry.getByRole('table').innerText();
  await page.mouse.move(2, 2);
  await expect(entry).not.toContainText('row 3, column 21');

  await matrix(page, 'Gauss–Newton').focus();
  for (const key of ['Escape', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  await expect(entry).toContainText('row 3, column 21');
  expect(await entry.getByRole('table').innerText()).toBe(hovered);
});

test('keys walk the entries; Enter selects the weight, Escape lets go', async ({ page }) => {
  await openPage(page);
  const entry = card(page, 'Entry');
  await matrix(page, 'Exact').press('Escape');
  await expect(entry.getByRole('table')).toHaveCount(0);
  for (const [key, place] of [
    ['ArrowRight', 'row 1, column 1'],
    ['ArrowRight', 'row 1, column 2'],
    ['ArrowDown', 'row 2, column 2'],
    ['Shift+ArrowDown', 'row 12, column 2'],
    ['End', 'row 12, column 59'],
    ['ArrowRight', 'row 12, column 59'],
    ['Home', 'row 12, column 1'],
    ['ArrowLeft', 'row 12, column 1'],
    ['Alt+ArrowRight', 'row 12, column 19'],
    ['ArrowUp', 'row 11, column 19'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(entry, key).toContainText(place);
  }
  await expect(entry.getByRole('status')).toHaveText(/^Exact, row 11, column 19: .*weight from input/);
  await page.keyboard.press('Enter');
  await expect(card(page, 'Weight')).toContainText('11 of 59');
  await expect(matrix(page, 'Exact')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(entry.getByRole('table')).toHaveCount(0);
});

test('the two weights of an entry are marked in the drawing and named', async ({ page }) => {
  await openPage(page);
  const drawing = page.getByRole('listbox', { name: /^Weights and biases/ });
  const marks = drawing.locator('[class*="_entry_"]');
  await matrix(page, 'Exact').press('Escape');
  await expect(marks).toHaveCount(0);
  await clickEntry(page, 'Exact', 2, 59);
  await expect(marks).toHaveCount(2);
  await expect(card(page, 'Entry')).toContainText('weight from input 2 to hidden1 unit 1');
  await expect(card(page, 'Entry')).toContainText('bias of output unit 1');
  await clickEntry(page, 'Exact', 2, 2);
  await expect(marks).toHaveCount(1);
});

const entries = [
  [5, 40],
  [23, 58],
  [1, 19],
] as const;

test('matrices are symmetric, and H is G plus the residual', async ({ page }) => {
  await openPage(page);
  for (const [row, column] of entries) {
    await clickEntry(page, 'Exact', row, column);
    const there = await Promise.all(six.map((label) => entryIn(page, label).innerText()));
    await clickEntry(page, 'Exact', column, row);
    for (const [at, label] of six.entries()) await expect(entryIn(page, label)).toHaveText(there[at]);

    const [H, G, rest] = await Promise.all(
      ['Exact', 'Gauss–Newton', 'Residual'].map((label) => shownNumber(entryIn(page, label))),
    );
    const digits = 2e-4 * Math.max(Math.abs(H), Math.abs(G), Math.abs(rest));
    expect(Math.abs(H - G - rest), `H − G − residual at ${row}, ${column}`).toBeLessThan(digits);
  }
});

test('words on definiteness go with the smallest eigenvalue, before and after training', async ({ page }) => {
  await openPage(page);
  for (const steps of [0, 3]) {
    for (let step = 0; step < steps; step++) {
      await page.getByRole('button', { name: 'One step' }).click();
      await expect(page.getByText(`step ${step + 1}`, { exact: true })).toBeVisible();
    }
    for (const label of six)
      await expect
        .poll(async () => {
          const facts = article(page, label);
          const smallest = await shownNumber(facts.getByRole('definition').nth(1));
          const word = await facts.getByRole('term').nth(2).innerText();
          return `${smallest < -1e-6 ? 'negative' : 'not negative'}: ${word}`;
        }, label)
        .toMatch(/^(not negative: positive semi-definite|negative: (indefinite|negative semi-definite))$/);
  }
  for (const label of ['Outer product', 'Gauss–Newton', 'Empirical Fisher'])
    await expect(article(page, label).getByText('positive semi-definite')).toBeVisible();
});

test('a matrix is enlarged, read by pointing, and closed', RARELY, async ({ page }) => {
  await openPage(page);
  const enlarge = page.getByRole('button', { name: 'Enlarge Exact' });
  await enlarge.click();
  const dialog = page.getByRole('dialog', { name: 'Exact' });
  const plot = dialog.locator('.nsewdrag').first();
  await expect(plot).toBeVisible();
  await plot.hover({ position: { x: 200, y: 120 } });
  const tip = dialog.getByText(/^row \d+, column \d+/).first();
  await expect(tip).toBeVisible();
  const place = /row (\d+), column (\d+)/.exec(await tip.innerText());
  await expect(dialog.getByRole('table')).toHaveAccessibleName(
    `Row ${place?.[1]}, column ${place?.[2]} in every matrix on show`,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(enlarge).toBeFocused();
});
