import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { colours, matrix, newPicture, openPage, picture } from './steps.ts';

/** Has one hidden layer, which some of the matrices need. */
const ONE_HIDDEN_LAYER = 1;

const choice = (page: Page): Locator => page.getByRole('group', { name: 'Matrices on show' });
const box = (page: Page, label: string): Locator =>
  choice(page).getByRole('checkbox', { name: label, exact: true });
const openChoice = (page: Page): Promise<void> => page.getByRole('button', { name: /^\d+ matri/ }).click();

interface Offered {
  readonly label: string;
  readonly refused: boolean;
  readonly description: string;
}

/** What the menu offers, in its order. */
const offered = (page: Page): Promise<Offered[]> =>
  choice(page)
    .getByRole('checkbox')
    .evaluateAll((boxes) =>
      boxes.map((it) => ({
        label: it.getAttribute('aria-label') ?? '',
        refused: it.getAttribute('aria-disabled') === 'true' && !it.matches(':checked'),
        description: document.getElementById(it.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
      })),
    );

/** Shows every matrix that exists for what is on screen. @returns the menu, those that don't included */
async function showAll(page: Page): Promise<Offered[]> {
  await openChoice(page);
  const list = await offered(page);
  for (const { label, refused } of list) if (!refused) await box(page, label).check();
  await page.keyboard.press('Escape');
  await expect(choice(page)).toBeHidden();
  return list;
}

async function expectShown(page: Page, label: string): Promise<void> {
  await expect.poll(() => colours(matrix(page, label)), `${label} is painted`).toBeGreaterThan(1);
  const facts = notebook.matrix(page, label).getByRole('definition');
  await expect(facts.nth(1), `smallest eigenvalue of ${label}`).toHaveText(/\d/);
  if (label !== 'Exact') await expect(facts.first(), `${label} against H`).toHaveText(/\d/);
}

test('every matrix of the list is shown with its numbers, or says why it does not exist here', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openPage(page);
  const shown = new Set<string>();
  for (const oneHiddenLayer of [false, true]) {
    if (oneHiddenLayer) await notebook.openExample(page, ONE_HIDDEN_LAYER);
    for (const { label, refused, description } of await showAll(page)) {
      if (refused) expect(description, label).toMatch(/^not here: \w/);
      else {
        await expectShown(page, label);
        shown.add(label);
      }
    }
  }
  await openChoice(page);
  expect((await offered(page)).map(({ label }) => label).filter((label) => !shown.has(label))).toEqual([]);
});

test('a matrix that a change of the network takes away keeps its card, which says why', async ({ page }) => {
  await openPage(page);
  await openChoice(page);
  const refused = (await offered(page)).filter((it) => it.refused).map(({ label }) => label);
  expect(refused).not.toEqual([]);
  await page.keyboard.press('Escape');
  await notebook.openExample(page, ONE_HIDDEN_LAYER);
  await showAll(page);
  for (const label of refused) await expectShown(page, label);
  await page.getByRole('button', { name: '+ Layer' }).click();
  for (const label of refused) {
    await expect(notebook.matrix(page, label)).toContainText(
      /Not here ?needs one hidden layer, network has 2\./,
    );
    await expect(matrix(page, label)).toHaveCount(0);
    await expect(
      notebook.matrix(page, label).getByRole('button', { name: `Enlarge ${label}` }),
    ).toBeDisabled();
  }
  await openChoice(page);
  for (const label of refused) {
    await box(page, label).uncheck();
    await box(page, label).press('Space');
    await expect(box(page, label), 'what does not exist can be hidden, not shown').not.toBeChecked();
  }
  await page.keyboard.press('Escape');
  for (const _step of ['the layer', ...refused]) await page.keyboard.press('Control+z');
  for (const label of refused) await expectShown(page, label);
});

test('a matrix is found by its name and chosen with the keyboard', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^6 matrices/ }).press('Enter');
  const search = choice(page).getByRole('searchbox', { name: 'Find a matrix' });
  await expect(search).toBeFocused();
  await page.keyboard.type('empirical fisher');
  await expect(choice(page).getByRole('checkbox')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(box(page, 'Empirical Fisher')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(choice(page).getByRole('status')).toHaveText(/^5 of \d+ on show$/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(box(page, 'Exact')).toBeVisible();
  await choice(page).getByRole('button', { name: 'First six' }).press('Enter');
  await expect(choice(page).getByRole('status')).toHaveText(/^6 of/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^6 matrices/ })).toBeFocused();
});

const MONTE_CARLO = 'Fisher, Monte Carlo';

test('samples and other random numbers are set in place, by keyboard, and undone', async ({ page }) => {
  await openPage(page);
  const estimates = page.getByRole('group', { name: 'Estimates' });
  await expect(estimates).toHaveCount(0);
  await notebook.toggleMatrix(page, MONTE_CARLO);
  await expect(estimates.getByRole('textbox')).toHaveCount(1);
  await expect.poll(() => colours(matrix(page, MONTE_CARLO))).toBeGreaterThan(15);
  const first = await picture(page, MONTE_CARLO);
  const exact = await picture(page, 'Exact');

  const samples = estimates.getByRole('textbox', { name: 'Samples' });
  await estimates.getByRole('slider', { name: 'samples' }).press('ArrowRight');
  await expect(samples).toHaveValue('32');
  const second = await newPicture(page, MONTE_CARLO, first);
  await samples.fill('1025');
  await samples.press('Enter');
  await expect(estimates.getByRole('alert')).toHaveText('samples is 1025: allowed 1 to 1024');
  await samples.press('Escape');
  await estimates.getByRole('button', { name: 'Draw again' }).press('Enter');
  await newPicture(page, MONTE_CARLO, second);

  await page.keyboard.press('Control+z');
  await expect.poll(() => picture(page, MONTE_CARLO)).toBe(second);
  await page.keyboard.press('Control+z');
  await expect(samples).toHaveValue('16');
  await expect.poll(() => picture(page, MONTE_CARLO)).toBe(first);
  expect(await picture(page, 'Exact'), 'what draws nothing stays as it was').toBe(exact);
  await page.reload();
  await expect(samples).toHaveValue('16');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(
    `the menu and the estimates have no violations at ${width} px, and nothing is cut off`,
    RARELY,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openPage(page);
      await showAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
      await openChoice(page);
      await expectAccessible(page);
    },
  );
