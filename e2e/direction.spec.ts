import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { card, clickEntry, entryIn, numberIn, openPage, shownNumber, type } from './steps.ts';

const panel = (page: Page) => card(page, 'Direction v');

async function openDirection(page: Page): Promise<void> {
  await openPage(page);
  await panel(page).getByRole('button', { name: 'Show Hv' }).click();
}

/** How far a product is from the one by R{·}, as the table says. */
const differsBy = (page: Page, way: string) =>
  panel(page)
    .getByRole('row', { name: new RegExp(`^${way}`) })
    .getByRole('cell')
    .last();

/** What the strip says of its marked entry: `weight …: v 1, Hv 2, Gv 3`. */
const marked = (page: Page) => panel(page).getByRole('slider', { name: 'Entry of v, Hv and Gv' });

const kinds = ['Random', 'Unit vector', 'Gradient', 'Top eigenvector'];

test('for every kind of v, differences come near Hv by R{·} and differ from it', async ({ page }) => {
  await openDirection(page);
  const choice = panel(page).getByLabel('Direction v');
  await expect(choice.getByRole('option')).toHaveText(kinds);
  let before = '';
  for (const kind of ['Unit vector', 'Gradient', 'Top eigenvector', 'Random']) {
    await choice.selectOption(kind);
    await expect(choice.locator('option:checked')).toHaveText(kind);
    await expect(marked(page)).not.toHaveAttribute('aria-valuetext', before);
    before = (await marked(page).getAttribute('aria-valuetext')) ?? '';
    const [oneSided, central, gaussNewton] = await Promise.all(
      ['one-sided', 'central', 'Gauss–Newton'].map((way) => shownNumber(differsBy(page, way))),
    );
    expect(oneSided, `${kind}, one-sided`).toBeLessThan(1e-4);
    expect(central, `${kind}, central`).toBeLessThan(1e-4);
    expect(central, 'they are differences, not the same').toBeGreaterThan(0);
    expect(gaussNewton, 'Gv is another product').toBeGreaterThan(1e-4);
  }
});

/** v and Hv of the marked entry, as the strip says them. */
async function markedValues(page: Page): Promise<readonly number[]> {
  const text = (await marked(page).getAttribute('aria-valuetext')) ?? '';
  return [...text.matchAll(/(?:: |, )\w+ ([^,]+)/g)].map(([, number = '']) => numberIn(number));
}

test('the gradient is the one that its weights show', async ({ page }) => {
  await openDirection(page);
  await panel(page).getByLabel('Direction v').selectOption('Gradient');
  await clickEntry(page, 'Exact', 1, 1);
  const gradient = await shownNumber(card(page, 'Weight').getByRole('definition').first());
  await expect.poll(async () => (await markedValues(page))[0]).toBe(gradient);
});

test('Hv of the top eigenvector is v times the curvature along it', async ({ page }) => {
  await openDirection(page);
  const before = (await marked(page).getAttribute('aria-valuetext')) ?? '';
  await panel(page).getByLabel('Direction v').selectOption('Top eigenvector');
  await expect(marked(page)).not.toHaveAttribute('aria-valuetext', before);
  const curvature = await shownNumber(panel(page).getByRole('definition').nth(1));
  await marked(page).press('End');
  const [v = NaN, Hv = NaN] = await markedValues(page);
  expect(v).not.toBe(0);
  expect(Hv / v / curvature).toBeCloseTo(1, 2);
});

test('another seed is another direction; the same seed is the same one', RARELY, async ({ page }) => {
  await openDirection(page);
  const seed = panel(page).getByRole('textbox', { name: 'Seed' });
  const first = (await marked(page).getAttribute('aria-valuetext')) ?? '';
  await type(seed, '2');
  await expect(marked(page)).not.toHaveAttribute('aria-valuetext', first);
  await type(seed, '1');
  await expect(marked(page)).toHaveAttribute('aria-valuetext', first);
});

test('Hv of a unit vector is a column of H', async ({ page }) => {
  await openDirection(page);
  await panel(page).getByLabel('Direction v').selectOption('Unit vector');
  await type(panel(page).getByRole('textbox', { name: 'Index' }), '24');
  for (const [key, row] of [
    ['Home', 1],
    ['PageUp', 11],
    ['ArrowRight', 12],
    ['End', 59],
    ['ArrowLeft', 58],
  ] as const) {
    await marked(page).press(key);
    await clickEntry(page, 'Exact', row, 24);
    await expect(entryIn(page, 'Exact')).not.toHaveText('—');
    const H = await entryIn(page, 'Exact').innerText();
    const G = await entryIn(page, 'Gauss–Newton').innerText();
    await expect(marked(page)).toHaveAttribute('aria-valuenow', String(row));
    await expect(marked(page)).toHaveAttribute('aria-valuetext', new RegExp(`Hv ${H}, Gv ${G}$`));
  }
  for (const typed of ['0', '60', 'first']) {
    const index = panel(page).getByRole('textbox', { name: 'Index' });
    await type(index, typed);
    await expect(panel(page).getByRole('alert')).toHaveText(`index is ${typed}: allowed 1 to 59`);
  }
});

test('closed, it asks for nothing; opened with another network, it follows', async ({ page }) => {
  await openDirection(page);
  await expect(marked(page)).toHaveAttribute('aria-valuemax', '59');
  await page.getByRole('button', { name: '+ Layer' }).click();
  await expect(marked(page)).toHaveAttribute('aria-valuemax', '75');
  await panel(page).getByRole('button', { name: 'Hide' }).click();
  await expect(marked(page)).toHaveCount(0);
});
