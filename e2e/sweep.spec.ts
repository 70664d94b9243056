import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { card, numberIn, openPage, shownNumber, type } from './steps.ts';

test.use(notebook.clipboard);

const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
const lens = (page: Page): Locator => page.getByRole('region', { name: 'ε-sweep', exact: true });
const row = (page: Page, method: string | RegExp): Locator => lens(page).getByRole('row', { name: method });

interface Method {
  readonly step: number;
  readonly error: number;
  readonly lost: number;
}

async function method(page: Page, name: string | RegExp): Promise<Method> {
  const [step = '', error = '', lost = ''] = await row(page, name).getByRole('cell').allInnerTexts();
  return { step: numberIn(step), error: numberIn(error), lost: numberIn(lost) };
}

async function openLens(page: Page, of = 'Product Hv'): Promise<void> {
  await openPage(page);
  await radio(page, 'ε-sweep').click();
  await radio(page, of).click();
  await expect(lens(page).getByRole('table')).toBeVisible();
}

/** ‖Hv‖ of the line above the figure. */
const sizeOfHv = async (page: Page): Promise<number> =>
  numberIn(/‖Hv‖ = (\S+) after/.exec(await lens(page).getByText(/^v: /).innerText())?.[1] ?? '');

test('differences have their best steps where theory puts them, and R{·} is better than all', async ({
  page,
}) => {
  await openLens(page);
  const R = numberIn(
    await row(page, /^R\{·\}/)
      .getByRole('cell')
      .nth(1)
      .innerText(),
  );
  expect(R).toBeLessThan(1e-14);
  for (const [name, power] of [
    [/^one-sided/, 1 / 2],
    [/^central/, 1 / 3],
    [/^four-point/, 1 / 4],
  ] as const) {
    const { step, error, lost } = await method(page, name);
    // The constants of both branches enter with their roots.
    expect(Math.abs(Math.log10(step / Number.EPSILON ** power)), String(name)).toBeLessThan(1.5);
    expect(error).toBeGreaterThan(10 * R);
    // Both numbers are shown with two digits.
    expect(lost).toBeCloseTo(Math.log10(error / R), 0);
  }
  expect((await method(page, /^central/)).error).toBeLessThan((await method(page, /^one-sided/)).error);
  await expect(lens(page).locator('svg[data-figure] text', { hasText: /^[rε][²⁻¹]*$/ })).not.toHaveCount(0);
});

test('‖Hv‖ of a unit vector is that of the panel, which finds it on its own', async ({ page }) => {
  await openLens(page);
  const before = await sizeOfHv(page);
  const panel = card(page, 'Direction v');
  await panel.getByRole('button', { name: 'Show Hv' }).click();
  await panel.getByLabel('Direction v').selectOption('Unit vector');
  await type(panel.getByRole('textbox', { name: 'Index' }), '24');
  await expect.poll(() => sizeOfHv(page)).not.toBe(before);
  await expect
    .poll(async () => (await shownNumber(panel.getByRole('definition').first())) / (await sizeOfHv(page)))
    .toBeCloseTo(1, 3);
});

test('an entry is that of the inspector, by three differences', async ({ page }) => {
  await openLens(page, 'One entry');
  await expect(lens(page).getByText(/^Row 25, column 7: /)).toBeVisible();
  const said =
    /H\s=\s(\S+)\.$/.exec(
      await lens(page)
        .getByText(/^Row 25, column 7: /)
        .innerText(),
    )?.[1] ?? '';
  await expect(card(page, 'Entry').getByRole('row', { name: /^Exact/ })).toContainText(said);
  expect((await method(page, /^central/)).error).toBeLessThan(1e-7);
  expect((await method(page, /^four-point/)).error).toBeLessThan(1e-4);
});

test('kinks are named, and what is zero is said', RARELY, async ({ page }) => {
  await openPage(page);
  await notebook.inLayerSettings(page, 'hidden1', async (settings) => {
    await settings.getByLabel('Activation').selectOption('relu');
  });
  await radio(page, 'ε-sweep').click();
  await expect(lens(page).getByText(/Kinks at hidden1: /)).toBeVisible();
});

test('by keys alone: the view and what is swept', async ({ page }) => {
  await openPage(page);
  await radio(page, 'Surface').focus();
  await radio(page, 'ε-sweep').press('Space');
  await expect(lens(page).getByRole('table')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(radio(page, 'Product Hv')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(lens(page).getByText(/^Row 25, column 7: /)).toBeVisible();
});

test('a link holds what is swept, and sweeps to the same numbers', async ({ page, stranger }) => {
  await openLens(page, 'One entry');
  await expect(lens(page).getByText(/^Row 25, column 7: /)).toBeVisible();
  const numbers = await lens(page).getByRole('table').innerText();
  await stranger.goto(await notebook.copyLink(page));
  await expect(radio(stranger, 'One entry')).toBeChecked();
  await expect(lens(stranger).getByRole('table')).toHaveText(numbers, { useInnerText: true });
});

for (const [name, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
}))
  test.describe(name, () => {
    test.use({ viewport, reducedMotion: 'reduce' });

    test('no violations, and no wider than the page', RARELY, async ({ page }) => {
      await openLens(page);
      for (const of of ['Product Hv', 'One entry']) {
        await radio(page, of).click();
        await expect(lens(page).locator('svg[data-figure]').first()).toBeVisible();
        for (const colorScheme of themesAt(viewport.width)) {
          await page.emulateMedia({ colorScheme });
          await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
          await expectAccessible(page);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
      }
    });
  });
