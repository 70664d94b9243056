/** A run looked back on: its curves, going along it, and training on from there. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { numberIn, openPage } from './steps.ts';

test.use(notebook.clipboard);

/** Matrices of many points, on a slow machine that does other things too. */
const PATIENCE = { timeout: 60_000 };

const lens = (page: Page): Locator => page.getByRole('region', { name: 'Over training', exact: true });
const slider = (page: Page): Locator => lens(page).getByRole('slider', { name: 'Recorded step' });
const figure = (page: Page): Locator => lens(page).getByRole('img', { name: /over training\./ });
const openLens = (page: Page): Promise<void> =>
  page
    .getByRole('radiogroup', { name: 'View' })
    .getByRole('radio', { name: 'Over training', exact: true })
    .check({ force: true });

/** Opened, with every point computed. */
async function openTimeline(page: Page): Promise<void> {
  await openLens(page);
  await expectComputed(page);
}

async function expectComputed(page: Page): Promise<void> {
  await expect(figure(page)).toBeVisible(PATIENCE);
  await expect(lens(page).getByRole('progressbar')).toHaveCount(0, PATIENCE);
  await expect(lens(page).getByRole('cell', { name: '…' })).toHaveCount(0, PATIENCE);
}

/** The steps of `step 12 of 40`. */
async function shownSteps(page: Page): Promise<readonly number[]> {
  const text = await lens(page)
    .getByText(/^step [\d,]+ of [\d,]+$/)
    .innerText();
  return (text.match(/[\d,]+/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
}

/** A row of the table: start, here, end. */
async function row(page: Page, name: string): Promise<readonly number[]> {
  const cells = await lens(page)
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .allInnerTexts();
  return cells.map((text) => numberIn(text.replace(' %', '')));
}

/** Trains one step at a time: every step is recorded. */
async function takeSteps(page: Page, count: number): Promise<void> {
  for (let step = 1; step <= count; step++) {
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(() => notebook.stepsTaken(page)).toBeGreaterThanOrEqual(step);
  }
}

test('a recorded run is gone along by keys, everything follows, and one undo brings the end back', async ({
  page,
}) => {
  await openPage(page);
  const errors = [await notebook.errorE(page)];
  for (let step = 1; step <= 4; step++) {
    await takeSteps(page, step === 1 ? 1 : step);
    if ((await notebook.stepsTaken(page)) >= 4) break;
  }
  const last = await notebook.stepsTaken(page);
  await expect.poll(() => notebook.errorE(page)).toBeLessThan(errors[0] ?? 0);
  await openTimeline(page);
  expect(await shownSteps(page)).toEqual([last, last]);
  const outer = await row(page, 'Outer product');

  await slider(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownSteps(page)).toEqual([1, last]);
  await expect.poll(() => notebook.stepsTaken(page)).toBe(1);
  await expect.poll(async () => (await row(page, 'Outer product'))[1]).not.toBe(outer[1]);
  await expect(async () => {
    const [, here] = await row(page, 'Error E');
    expect(here).toBe(await notebook.errorE(page));
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => notebook.errorE(page)).toBe(errors[0]);
  await expect(
    page.getByRole('img', { name: new RegExp(`^Error between .* over ${last} steps`) }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shownSteps(page)).toEqual([last, last]);
  expect(await notebook.stepsTaken(page)).toBe(last);

  await page.getByRole('radio', { name: 'Matrices', exact: true }).check({ force: true });
  await expect.poll(() => notebook.errorOf(page, 'Outer product')).toBe(outer[2]);
});

test('a click on the figure goes to the step below the pointer', async ({ page }) => {
  await openPage(page);
  await takeSteps(page, 4);
  await openTimeline(page);
  const plot = figure(page);
  const { width = NaN, height = NaN } = (await plot.boundingBox()) ?? {};
  await plot.hover({ position: { x: width * 0.45, y: height / 2 } });
  await plot.click({ position: { x: width * 0.45, y: height / 2 } });
  await expect.poll(() => shownSteps(page)).toEqual([2, 4]);
});

test('training on from an earlier step begins a new course there', async ({ page }) => {
  await openPage(page);
  await takeSteps(page, 6);
  await openTimeline(page);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => notebook.stepsTaken(page)).toBe(2);
  await page.getByLabel('Method').selectOption('Gradient descent');
  await page.getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => shownSteps(page)).toEqual([3, 3]);
  await expect(page.getByRole('img', { name: /^Error between .* over 3 steps/ })).toBeVisible();
  await expectComputed(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shownSteps(page)).toEqual([6, 6]);
});

test('the recording plays by itself, and eigenvalues are the other figure', async ({ page }) => {
  await openPage(page);
  await takeSteps(page, 5);
  await openTimeline(page);
  await lens(page).getByRole('radio', { name: 'Eigenvalues' }).check({ force: true });
  await expect(figure(page)).toHaveAccessibleName(/^Extreme eigenvalues of H and G over training/);
  const [, , largest = NaN] = await row(page, 'largest of H');
  const [, , smallest = NaN] = await row(page, 'smallest of H');
  expect(smallest).toBeLessThan(largest);
  // the slider goes through the steps more quickly than a busy machine can be asked
  const seen = slider(page).evaluate(
    (input: HTMLInputElement) =>
      new Promise<readonly string[]>((resolve) => {
        const steps: string[] = [];
        const look = (): void => {
          if (steps.at(-1) !== input.value) steps.push(input.value);
          if (steps.length > 1 && input.value === input.max) resolve(steps);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await lens(page).getByRole('button', { name: 'Play the recording' }).press('Enter');
  const steps = (await seen).map(Number);
  expect(steps.length, steps.join()).toBeGreaterThan(2);
  expect(steps.slice(1)).toEqual(steps.slice(1).toSorted((a, b) => a - b));
  await expect.poll(() => shownSteps(page)).toEqual([5, 5]);
  await expect(lens(page).getByRole('button', { name: 'Play the recording' })).toBeVisible();
  expect(await row(page, 'largest of H')).toEqual([expect.any(Number), largest, largest]);
});

test('the place in the run is in the link; a stranger’s page makes the run again and says so', async ({
  page,
  stranger,
}) => {
  await openPage(page);
  await takeSteps(page, 5);
  await openTimeline(page);
  await lens(page).getByRole('radio', { name: 'Eigenvalues' }).check({ force: true });
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shownSteps(page)).toEqual([3, 5]);
  const here = await row(page, 'largest of H');
  await stranger.goto(await notebook.copyLink(page));
  await expect(lens(stranger).getByText('it meets these weights to the last bit')).toBeVisible(PATIENCE);
  await expectComputed(stranger);
  expect(await shownSteps(stranger)).toEqual([3, 5]);
  expect(await row(stranger, 'largest of H')).toEqual(here);
  await slider(stranger).focus();
  await stranger.keyboard.press('End');
  await expect.poll(() => shownSteps(stranger)).toEqual([5, 5]);
});

test('untrained, it trains here by a key; that can be cancelled, and undone in one step', async ({
  page,
}) => {
  await openPage(page);
  await page.getByLabel('Method').selectOption('Gradient descent');
  await openLens(page);
  const train = lens(page).getByRole('button', { name: 'Train 1,000 steps' });
  await train.focus();
  await page.keyboard.press('Enter');
  await lens(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(train).toBeVisible();
  expect(await notebook.stepsTaken(page)).toBe(0);
  await train.press('Enter');
  await expect.poll(() => shownSteps(page), PATIENCE).toEqual([1000, 1000]);
  await lens(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(lens(page).getByText(/\d+ of 6\d points are shown/)).toBeVisible();
  await lens(page).getByRole('button', { name: 'Compute the rest' }).press('Enter');
  await expectComputed(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(train).toBeVisible();
  expect(await notebook.stepsTaken(page)).toBe(0);
});

for (const [title, claim] of [
  ['Near a minimum the outer product is right', /the residual part fell from .* is like noise/],
  [
    'A misspecified model keeps its residual',
    /has come to rest, and the residual part stays at .* does not fit/,
  ],
] as const)
  test(`${title}: the figure says so`, RARELY, async ({ page }) => {
    await openPage(page);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page
      .getByRole('dialog', { name: 'Examples' })
      .getByRole('listitem')
      .filter({ hasText: title })
      .getByRole('button')
      .first()
      .click();
    await openTimeline(page);
    await expect(lens(page).getByText(claim)).toBeVisible(PATIENCE);
    await expect(lens(page).getByText(/This run was not recorded here/)).toBeVisible();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('accessible, untrained and trained, on a desktop and on a phone', RARELY, async ({ page }) => {
      test.setTimeout(120_000);
      await openPage(page);
      await openLens(page);
      await expect(lens(page).getByRole('button', { name: /^Train/ })).toBeVisible();
      await expectAccessible(page);
      await takeSteps(page, 3);
      await expectComputed(page);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectComputed(page);
      await expectAccessible(page);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        'no scrolling sideways',
      ).toBeLessThanOrEqual(0);
    });
  });
