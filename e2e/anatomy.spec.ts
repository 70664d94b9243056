import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import { clipboard, copyLink, dragWeight, expectComputed, openExample, toggleMatrix } from './notebook.ts';
import { card, cellOf, clickEntry, entryIn, matrix, numberIn, openPage, shownNumber } from './steps.ts';

test.use(clipboard);

/** Place of the convolutional network among the examples. */
const CONVOLUTION = 13;

const entry = (page: Page): Locator => card(page, 'Entry');
const why = (page: Page): Locator => entry(page).getByRole('button', { name: 'Why this number' });
const terms = (page: Page): Locator => page.getByRole('table', { name: 'The terms of this entry' });
const patternSlider = (page: Page): Locator => entry(page).getByRole('slider', { name: 'Pattern' });

async function takeApart(page: Page, row: number, column: number): Promise<void> {
  await clickEntry(page, 'Exact', row, column);
  await why(page).click();
  await expect(patternSlider(page)).toBeVisible();
}

/** The numbers of the terms and their total, of one pattern (1) or of all (2). */
async function columnOf(page: Page, column: 1 | 2): Promise<{ parts: number[]; total: number }> {
  const numbers = (rows: Locator): Promise<number[]> =>
    rows
      .filter({ has: page.getByRole('rowheader') })
      .evaluateAll((all, cell) => all.map((row) => row.children[cell].textContent), column)
      .then((texts) => texts.map((text) => (text === '—' ? 0 : numberIn(text))));
  const [total = NaN] = await numbers(terms(page).locator('tfoot tr'));
  return { parts: await numbers(terms(page).locator('tbody tr')), total };
}

/** Numbers shown with four digits add up to their total. */
async function expectSum(page: Page): Promise<void> {
  for (const column of [1, 2] as const) {
    const { parts, total } = await columnOf(page, column);
    const size = parts.reduce((sum, part) => sum + Math.abs(part), Math.abs(total));
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThanOrEqual(5e-4 * size);
  }
}

test('a click on a cell: its terms add up to the entry, and so do its parts and a finite difference', async ({
  page,
}) => {
  await openPage(page);
  for (const [row, column] of [
    [25, 8],
    [3, 3],
    [59, 20],
  ] as const) {
    await clickEntry(page, 'Exact', row, column);
    if ((await why(page).getAttribute('aria-expanded')) === 'false') await why(page).click();
    const exact = await shownNumber(entryIn(page, 'Exact'));
    await expect.poll(async () => (await columnOf(page, 2)).total, 'entry').toBe(exact);
    await expectSum(page);
    const difference = await shownNumber(entryIn(page, 'finite difference'));
    expect(Math.abs(difference - exact)).toBeLessThanOrEqual(1e-3 * Math.abs(exact) + 1e-6);
    const residual = await shownNumber(entryIn(page, 'Residual'));
    const delta = entry(page).getByRole('term').filter({ hasText: 'through δ' });
    expect(await shownNumber(delta.locator('xpath=following-sibling::dd'))).toBe(residual);
  }
});

test('two layers: the formula of PRML, and the terms follow a dragged weight', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^hidden2: / }).click();
  await page
    .getByRole('dialog', { name: /^hidden2: / })
    .getByRole('button', { name: /Remove/ })
    .click();
  await takeApart(page, 2, 20);
  await expect(entry(page)).toContainText('PRML 5.95');
  await clickEntry(page, 'Exact', 2, 5);
  await expect(entry(page)).toContainText('PRML 5.94');
  await clickEntry(page, 'Exact', 21, 20);
  await expect(entry(page)).toContainText('PRML 5.93');
  const before = (await columnOf(page, 2)).total;
  await dragWeight(page, 2, 60);
  await expect.poll(async () => (await columnOf(page, 2)).total).not.toBe(before);
  const exact = (): Promise<number> => shownNumber(entryIn(page, 'Exact'));
  await expect.poll(async () => (await columnOf(page, 2)).total - (await exact())).toBe(0);
  await expectSum(page);
});

test('each approximation on show says what it keeps and what that costs', async ({ page }) => {
  await openPage(page);
  await takeApart(page, 25, 8);
  const table = page.getByRole('table', { name: 'This entry in every matrix on show, and what each keeps' });
  await expect(table).toContainText('keeps the terms through M, drops those through δ');
  const row = table.getByRole('row', { name: /^Gauss–Newton / });
  const [value, cost] = (await row.getByRole('cell').allInnerTexts()).map(numberIn);
  const exact = await shownNumber(entryIn(page, 'Exact'));
  expect(Math.abs(value - exact - cost)).toBeLessThan(1e-3 * Math.abs(exact));
  await toggleMatrix(page, 'Gauss–Newton', 'K-FAC');
  await expect(row).toBeHidden();
  await expect(table.getByRole('row', { name: /^K-FAC / })).toBeVisible();
});

test('by keys alone: entry, anatomy, pattern', async ({ page }) => {
  await openPage(page);
  await matrix(page, 'Exact').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await why(page).focus();
  await page.keyboard.press('Enter');
  await expect(patternSlider(page)).toBeVisible();
  await patternSlider(page).focus();
  await page.keyboard.press('Home');
  const loudest = Number(await patternSlider(page).getAttribute('aria-valuenow'));
  await expect(
    terms(page).getByRole('columnheader', { name: `pattern ${loudest}`, exact: true }),
  ).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(patternSlider(page)).not.toHaveAttribute('aria-valuenow', String(loudest));
  await expectSum(page);
  await entry(page).getByRole('radio', { name: 'in order' }).focus();
  await page.keyboard.press('Space');
  await patternSlider(page).focus();
  await page.keyboard.press('End');
  await expect(patternSlider(page)).toHaveAttribute('aria-valuenow', '120');
  await why(page).focus();
  await page.keyboard.press('Enter');
  await expect(patternSlider(page)).toBeHidden();
  await expect(entryIn(page, 'Exact')).toBeVisible();
});

test('a point chosen in the data is the pattern', async ({ page }) => {
  await openPage(page);
  await takeApart(page, 25, 8);
  await page.getByRole('listbox', { name: 'Points of the data' }).focus();
  await page.keyboard.press(']');
  const chosen = await page.getByRole('option', { name: /^point \d+$/ }).innerText();
  const number = /\d+/.exec(chosen)?.[0] ?? '';
  await expect(patternSlider(page)).toHaveAttribute('aria-valuenow', number);
});

test('a link shows the same entry, open at the same pattern', async ({ page, stranger }) => {
  await openPage(page);
  await takeApart(page, 25, 8);
  await patternSlider(page).focus();
  await page.keyboard.press('Home');
  const number = (await patternSlider(page).getAttribute('aria-valuenow')) ?? '';
  await expect(terms(page)).toContainText(`pattern ${number}`);
  const shown = await terms(page).innerText();
  await openPage(stranger, await copyLink(page));
  await expect(entry(stranger)).toContainText('row 25, column 8');
  await expect(patternSlider(stranger)).toHaveAttribute('aria-valuenow', number);
  await expect(terms(stranger)).toContainText(`pattern ${number}`);
  expect(await terms(stranger).innerText()).toBe(shown);
});

test('a convolution: its parts and patterns, and why there are no terms', async ({ page }) => {
  await openPage(page);
  await openExample(page, CONVOLUTION);
  await expect(page.getByText('conv1').first()).toBeVisible();
  await expectComputed(page);
  await expect(entry(page)).toContainText('row 5, column 14');
  await why(page).click();
  await expect(entry(page)).toContainText(/needs dense layers, \S+ is: conv2d/);
  await expect(terms(page)).toBeHidden();
  const residual = await shownNumber(entryIn(page, 'Residual'));
  const delta = entry(page).getByRole('term').filter({ hasText: 'through δ' });
  expect(await shownNumber(delta.locator('xpath=following-sibling::dd'))).toBeCloseTo(residual, 3);
});

test('axe', RARELY, async ({ page }) => {
  await openPage(page);
  await takeApart(page, 25, 8);
  for (const colorScheme of themesAt(1440)) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});

test('at 390 pixels nothing is wider than its place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await matrix(page, 'Exact').click({ position: await cellOf(page, 'Exact', 25, 8) });
  await page.getByRole('tab', { name: 'Selected' }).click();
  await why(page).click();
  await expect(patternSlider(page)).toBeVisible();
  const overflow = await entry(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
