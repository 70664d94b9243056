/** The lens R{backprop}: one pattern through the network, step by step. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import { clipboard, copyLink, openExample } from './notebook.ts';
import { card, numberIn, openPage, shownNumber, type } from './steps.ts';

test.use(clipboard);

const lens = (page: Page): Locator => page.getByRole('region', { name: 'R{backprop}' });
const figure = (page: Page): Locator => lens(page).getByRole('slider', { name: 'Steps in the network' });
const product = (page: Page): Locator => card(page, 'The product');

async function openStepper(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole('radio', { name: 'R{backprop}' }).check();
  await expect(figure(page)).toBeVisible();
}

const press = async (page: Page, key: string, times = 1): Promise<void> => {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
};

/** The entries of the product in one column of its table. */
async function column(page: Page, name: string): Promise<readonly number[]> {
  const table = product(page).getByRole('table');
  const names = await table.getByRole('columnheader').allInnerTexts();
  const cells = await table
    .locator('tbody tr')
    .evaluateAll((rows, at) => rows.map((row) => row.children[at].textContent), names.indexOf(name));
  return cells.map(numberIn);
}

test('keys step to the end, where the vector is the matrix times v', async ({ page }) => {
  await openStepper(page);
  await figure(page).focus();
  await press(page, 'ArrowRight', 3);
  await expect(figure(page)).toHaveAttribute(
    'aria-valuetext',
    /^step 3 of 83, forward: a of hidden1 unit 2 is /,
  );
  await press(page, 'ArrowLeft');
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '2');
  await expect(card(page, 'Step 2: forward, hidden1 unit 1')).toContainText('PRML 5.49');
  await expect(product(page)).toContainText('81 steps to go');
  await press(page, 'End');
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '83');

  const [R, matrix] = await Promise.all([column(page, 'R{∂E/∂w}'), column(page, 'Hₙv')]);
  expect(R).toHaveLength(59);
  expect(R).toEqual(matrix);
  expect(R.filter((entry) => entry !== 0).length).toBeGreaterThan(50);
  const [difference, largest] = await Promise.all(
    [0, 1].map((n) => shownNumber(product(page).getByRole('definition').nth(n))),
  );
  expect(difference).toBeLessThan(1e-12);
  expect(largest).toBeGreaterThan(0.01);
  await expect(card(page, 'Operations')).toContainText(/ratio 2\.\d/);
  await press(page, 'Home');
  await expect(card(page, 'Before the first step')).toBeVisible();
});

test('a play reaches the end and is undone at once', RARELY, async ({ page }) => {
  await openStepper(page);
  await lens(page).getByRole('combobox', { name: 'Speed' }).selectOption('Fast');
  await lens(page).getByRole('button', { name: 'products' }).click();
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '72');
  // Later than what ends a gesture: the play is one of its own.
  await page.waitForTimeout(900);
  await figure(page).focus();
  await page.keyboard.press('Space');
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '83');
  await expect(lens(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '72');
});

test('a link brings pattern, direction, step and figure', async ({ page, stranger }) => {
  await openStepper(page);
  await type(lens(page).getByRole('textbox', { name: 'Pattern' }), '7');
  await lens(page).getByRole('combobox', { name: 'Direction v' }).selectOption('Gradient');
  await figure(page).focus();
  await press(page, 'ArrowRight', 4);
  await expect(figure(page)).toHaveAttribute('aria-valuenow', '4');
  await expect(product(page)).toContainText('pattern 7 of 120');
  const text = (await figure(page).getAttribute('aria-valuetext')) ?? '';
  await stranger.goto(await copyLink(page));
  await expect(figure(stranger)).toHaveAttribute('aria-valuetext', text);
  await expect(product(stranger)).toContainText('pattern 7 of 120');
  await expect(lens(stranger).getByRole('combobox', { name: 'Direction v' })).toHaveValue('gradient');
  await lens(page).getByRole('radio', { name: 'Table' }).check();
  await stranger.goto(await copyLink(page));
  await expect(lens(stranger).getByRole('radio', { name: 'Table' })).toBeChecked();
});

test('what is too large to draw stands in the table', async ({ page }) => {
  await openStepper(page);
  await page.getByRole('button', { name: /^hidden1: / }).click();
  const settings = page.getByRole('dialog', { name: /^hidden1: / });
  await type(settings.getByRole('textbox', { name: 'Units' }), '13');
  await page.keyboard.press('Escape');
  await expect(lens(page)).toContainText('The drawing holds 12 units a layer, hidden1 has 13');
  const slider = lens(page).getByRole('slider', { name: 'Step', exact: true });
  await slider.focus();
  await press(page, 'ArrowRight', 2);
  const current = lens(page).locator('tr[aria-current="step"]');
  await expect(current).toContainText('hidden1 unit 1');
  await press(page, 'End');
  await expect(current).toContainText('products');
});

test('a network that reads images is refused with the reason', RARELY, async ({ page }) => {
  await openStepper(page);
  await openExample(page, 13);
  await page.getByRole('radio', { name: 'R{backprop}' }).check();
  await expect(lens(page)).toContainText('needs dense layers, conv1 is: conv2d');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `accessible, ${colorScheme}, as figure and as table`,
    colorScheme === 'dark' ? RARELY : {},
    async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openStepper(page);
      await figure(page).focus();
      await press(page, 'ArrowRight', 36);
      await expectAccessible(page);
      await press(page, 'End');
      await expect(product(page).getByRole('table')).toBeVisible();
      await lens(page).getByRole('radio', { name: 'Table' }).check();
      await expectAccessible(page, 'section[aria-labelledby="lens-stepper"]');
    },
  );

test.describe('390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the drawing scrolls in its own box, along with the steps', RARELY, async ({ page }) => {
    await page.goto('./');
    await page.getByRole('radio', { name: 'R{backprop}' }).check();
    await figure(page).focus();
    const scrolled = () => figure(page).evaluate((box) => box.scrollLeft);
    expect(await scrolled()).toBe(0);
    await press(page, 'End');
    await expect.poll(scrolled).toBeGreaterThan(100);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
