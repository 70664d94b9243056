import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { card, clickEntry, entryIn, numberIn, openPage, shownNumber } from './steps.ts';

test.use(notebook.clipboard);

const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
const lens = (page: Page): Locator => page.getByRole('region', { name: 'Differences', exact: true });
const tile = (page: Page, label: string): Locator =>
  lens(page).getByRole('article', { name: label, exact: true });
const facts = (place: Locator): Promise<string[]> => place.getByRole('definition').allInnerTexts();

async function openLens(page: Page, figure?: string): Promise<void> {
  await openPage(page);
  await radio(page, 'Differences').click();
  if (figure !== undefined) await radio(page, figure).click();
}

const percent = (text: string | undefined): number => numberIn((text ?? '').replace(' %', ''));

test('every approximation on show is held against H, with the error of the gallery', async ({ page }) => {
  await openPage(page);
  const labels = ['Diagonal', 'Outer product', 'Gauss–Newton', 'Empirical Fisher'];
  const errors: number[] = [];
  for (const label of labels) errors.push(await notebook.errorOf(page, label));
  await radio(page, 'Differences').click();
  await expect(lens(page).getByRole('article')).toHaveCount(labels.length + 1);
  for (const [k, label] of labels.entries()) {
    const [error, all, above, weighted] = (await facts(tile(page, label))).map(percent);
    expect(error, label).toBe(errors[k]);
    for (const share of [all, above, weighted]) {
      expect(share, label).toBeGreaterThan(0);
      expect(share, label).toBeLessThanOrEqual(100);
    }
  }
  // A diagonal has 59 of 3,481 entries; none off it has the sign of H, but where H is 0.
  const [, ofDiagonal] = (await facts(tile(page, 'Diagonal'))).map(percent);
  expect(ofDiagonal).toBeLessThan(10);
});

test('the worst entry has the values that the gallery shows for it', async ({ page }) => {
  await openLens(page);
  const said = await tile(page, 'Gauss–Newton')
    .getByText(/^Worst entry/)
    .innerText();
  const [, row = '', column = '', approximate = '', exact = ''] =
    /row (\d+), column (\d+): (\S+) for (\S+)\./.exec(said) ?? [];
  await radio(page, 'Matrices').click();
  await clickEntry(page, 'Exact', Number(row), Number(column));
  expect(await shownNumber(entryIn(page, 'Exact'))).toBeCloseTo(numberIn(exact), 1);
  expect(await shownNumber(entryIn(page, 'Gauss–Newton'))).toBeCloseTo(numberIn(approximate), 2);
});

test('it follows a change: with much decay the diagonal is most of H', RARELY, async ({ page }) => {
  await openLens(page);
  const error = async (): Promise<number> => percent((await facts(tile(page, 'Diagonal')))[0]);
  await expect.poll(error).toBeGreaterThan(50);
  const decay = card(page, 'Loss').getByRole('textbox', { name: 'decay α' });
  await decay.fill('10000');
  await decay.press('Enter');
  await expect.poll(error).toBeLessThan(5);
});

test('entries as points, and blocks whose shares are the whole', async ({ page }) => {
  await openLens(page, 'Scatter');
  await expect(lens(page).getByText('All 1,770 entries of the lower triangle.')).toBeVisible();
  await expect(lens(page).locator('[class*="_legend_"] > li')).toHaveCount(7);
  await expect(lens(page).getByRole('img', { name: /^Diagonal minus exact: relative error/ })).toBeVisible();
  await radio(page, 'Blocks').click();
  await lens(page).getByLabel('Approximation').selectOption('Gauss–Newton');
  const table = lens(page).getByRole('table');
  const shares = async (): Promise<number> => {
    const texts = await table.locator('td span').allInnerTexts();
    return texts.reduce((sum, text) => sum + percent(text), 0);
  };
  // Six shares of three digits each.
  await expect.poll(async () => Math.abs((await shares()) - 100)).toBeLessThan(0.5);
  // Of one layer with linear pre-activations, G is exact: the block of the output layer.
  const corner = table
    .getByRole('row', { name: /^output/ })
    .getByRole('cell')
    .last();
  await expect(corner.locator('b')).toHaveText(/^(0|\S+×10⁻¹\d)$/);
});

test('spectra end where the gallery says, and only H and the diagonal reach below zero', async ({ page }) => {
  await openPage(page);
  const labels = ['Exact', 'Diagonal', 'Gauss–Newton', 'Empirical Fisher'];
  const smallest: string[] = [];
  for (const label of labels) {
    const place = notebook.matrix(page, label).getByRole('definition').nth(1);
    await expect(place).not.toHaveText('—');
    smallest.push(await place.innerText());
  }
  await radio(page, 'Differences').click();
  await radio(page, 'Spectra').click();
  for (const [k, label] of labels.entries()) {
    const cells = lens(page)
      .getByRole('row', { name: new RegExp(`^${label} `) })
      .getByRole('cell');
    await expect(cells.nth(1)).toHaveText(smallest[k] ?? '');
    const isBelow = numberIn(smallest[k] ?? '') < 0;
    expect(Number(await cells.nth(2).innerText()) > 0, label).toBe(isBelow);
  }
  await expect(
    lens(page).getByText(/^H has \d+ negative eigenvalues: .* Gauss–Newton has none/),
  ).toBeVisible();
  await expect(lens(page).locator('[class*="_legend_"] > li')).toHaveCount(5);
});

test('nothing to compare is said', RARELY, async ({ page }) => {
  await openPage(page);
  await notebook.toggleMatrix(page, 'Diagonal', 'Outer product', 'Gauss–Newton', 'Empirical Fisher');
  await radio(page, 'Differences').click();
  await expect(lens(page).getByText('No approximation is on show.')).toBeVisible();
});

test('by keys alone: the view, the figure and the approximation', async ({ page }) => {
  await openPage(page);
  await radio(page, 'Matrices').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tile(page, 'Diagonal')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(radio(page, 'A − H')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(lens(page).getByRole('table')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(lens(page).getByRole('region', { name: 'Outer product: errors by layers' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(lens(page).getByRole('region', { name: /errors by layers$/ })).toBeFocused();
});

test('a link holds figure and approximation', async ({ page, stranger }) => {
  await openLens(page, 'Blocks');
  await lens(page).getByLabel('Approximation').selectOption('Empirical Fisher');
  const table = await lens(page)
    .getByRole('region', { name: /^Empirical Fisher/ })
    .innerText();
  await stranger.goto(await notebook.copyLink(page));
  await expect(radio(stranger, 'Blocks')).toBeChecked();
  await expect(lens(stranger).getByRole('region', { name: /^Empirical Fisher/ })).toHaveText(table, {
    useInnerText: true,
  });
});

for (const [name, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
}))
  test.describe(name, () => {
    test.use({ viewport, reducedMotion: 'reduce' });

    for (const figure of ['A − H', 'Scatter', 'Blocks', 'Spectra'])
      test(
        `${figure} has no violations and is no wider than the page`,
        name === 'narrow' && figure === 'Blocks' ? {} : RARELY,
        async ({ page }) => {
          await openLens(page, figure);
          await expect(lens(page).locator('canvas, svg[data-figure], table').first()).toBeVisible();
          for (const colorScheme of themesAt(viewport.width)) {
            await page.emulateMedia({ colorScheme });
            await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
            await expectAccessible(page);
          }
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
            viewport.width,
          );
        },
      );
  });
