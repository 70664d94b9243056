import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, newPicture, openPage, picture, shownNumber, type, numberIn } from './steps.ts';

const drawing = (page: Page) => page.getByRole('listbox', { name: /^Weights and biases/ });
const value = (panel: Locator) => panel.getByRole('textbox', { name: 'Value' });
const valueOf = async (panel: Locator) => numberIn(await value(panel).inputValue());

/** A place on the page a quarter along the first weight of the drawing. */
const onFirstWeight = (page: Page) =>
  drawing(page)
    .locator('path[data-weight="0"]')
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path
        .getPointAtLength(0.25 * path.getTotalLength())
        .matrixTransform(path.getScreenCTM()!);
      return { x, y };
    });

test('a weight is selected by a click and changed by dragging it', async ({ page }) => {
  await openPage(page);
  const place = await onFirstWeight(page);
  await page.mouse.click(place.x, place.y);
  const panel = card(page, 'Weight');
  await expect(panel).toContainText(/weight from input \d to hidden1 unit \d/);
  const name = await panel.getByText(/^weight from/).innerText();
  const before = await picture(page, 'Exact');
  const old = await valueOf(panel);

  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 30, place.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => valueOf(panel), 'to the right is more').toBeGreaterThan(old);
  await newPicture(page, 'Exact', before);
  await expect(panel.getByText(name)).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => valueOf(panel), 'the whole drag is one step').toBe(old);
  await expect.poll(() => picture(page, 'Exact')).toBe(before);
});

test('a bias is selected by a click on its unit', async ({ page }) => {
  await openPage(page);
  const unit = drawing(page).locator('circle').last();
  await unit.click({ force: true });
  await expect(card(page, 'Bias')).toContainText('bias of output unit 1');
  await expect(card(page, 'Bias')).toContainText('59 of 59');
});

test('a weight is changed by typing, by arrow keys and by the slider', async ({ page }) => {
  await openPage(page);
  const place = await onFirstWeight(page);
  await page.mouse.click(place.x, place.y);
  const panel = card(page, 'Weight');
  const before = await picture(page, 'Exact');
  await type(value(panel), '−0.75');
  expect(await valueOf(panel)).toBe(-0.75);
  const typed = await newPicture(page, 'Exact', before);

  await value(panel).press('ArrowUp');
  expect(await valueOf(panel)).toBe(-0.7);
  await value(panel).press('Shift+ArrowUp');
  expect(await valueOf(panel)).toBe(-0.2);
  const stepped = await newPicture(page, 'Exact', typed);

  await panel.getByRole('slider', { name: 'Value' }).press('ArrowLeft');
  await expect.poll(() => valueOf(panel)).toBeLessThan(-0.2);
  const slid = await newPicture(page, 'Exact', stepped);

  await panel.getByRole('button', { name: 'Set to 0' }).click();
  expect(await valueOf(panel)).toBe(0);
  await newPicture(page, 'Exact', slid);
});

test('a weight that cannot be is refused beside the field', async ({ page }) => {
  await openPage(page);
  const place = await onFirstWeight(page);
  await page.mouse.click(place.x, place.y);
  const panel = card(page, 'Weight');
  const before = await picture(page, 'Exact');
  for (const typed of ['heavy', 'NaN', 'Infinity', '1e308', '']) {
    await type(value(panel), typed);
    await expect(panel.getByRole('alert')).toContainText(`value is ${typed === '' ? 'empty' : ''}`);
    await expect(value(panel)).toHaveValue(typed);
  }
  await value(panel).press('Escape');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  expect(await picture(page, 'Exact')).toBe(before);
});

test('the gradient and the curvature under a weight follow it', async ({ page }) => {
  await openPage(page);
  const place = await onFirstWeight(page);
  await page.mouse.click(place.x, place.y);
  const panel = card(page, 'Weight');
  const gradient = panel.getByRole('definition').first();
  const before = await shownNumber(gradient);
  expect(before).not.toBeNaN();
  await type(value(panel), '2.5');
  await expect.poll(() => shownNumber(gradient)).not.toBe(before);
});
