import type { Locator, Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { card, expectShape, LAYER, matrix, newPicture, numberIn, openPage, picture } from './steps.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Where the focus is and whether one sees it: a ring of at least 2 px. */
const focusNow = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'lost';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    return `${element.outerHTML.slice(0, 160)}: ${seen ? 'seen' : 'not seen'}`;
  });

const MOST_STOPS = 90;

/** Presses Tab until a control has the focus, as often as it takes. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  const there = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await there()) {
      expect(await focusNow(page)).toContain(': seen');
      return;
    }
    await page.keyboard.press(key);
  }
  await expect(target, `${MOST_STOPS} times ${key} reach it`).toBeFocused();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('every stop of Tab shows where it is, and none is met twice', RARELY, async ({ page }) => {
  await openPage(page);
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focusNow(page);
    if (stop === 'lost' || stops.length > MOST_STOPS) break;
    expect(stop).toContain(': seen');
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(35);
  expect(stops.length).toBeLessThan(MOST_STOPS);
});

test('the whole story without a mouse', async ({ page }) => {
  await openPage(page);
  const first = await picture(page, 'Exact');

  await tabTo(page, page.getByLabel('Data set'));
  await page.keyboard.type('XOR');
  await expect(page.getByRole('textbox', { name: 'N', exact: true })).toHaveValue('80');
  const onXor = await newPicture(page, 'Exact', first);

  await tabTo(page, button(page, /^hidden2: /));
  await press(page, 'Enter');
  await tabTo(page, button(page, 'Remove hidden2'));
  await press(page, 'Enter');
  await expectShape(page, [2, 6, 1]);
  expect(await focusNow(page), 'the button that is gone left the focus somewhere').not.toBe('lost');

  await tabTo(page, button(page, '+ Skip'));
  await press(page, 'Enter');
  const skip = page.getByRole('checkbox', { name: 'input feeds output' });
  await tabTo(page, skip);
  await press(page, 'Space');
  await expect(skip).toBeChecked();
  await press(page, 'Escape');
  await expect(button(page, '+ Skip')).toBeFocused();
  await expectShape(page, [2, 6, 1], 2);
  const skipped = await newPicture(page, 'Exact', onXor);

  await tabTo(page, page.getByRole('listbox', { name: /^Weights and biases/ }), 'Shift+Tab');
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter');
  await expect(card(page, 'Weight')).toContainText('weight from input 2 to hidden1 unit 2');
  const value = card(page, 'Weight').getByRole('textbox', { name: 'Value' });
  const before = numberIn(await value.inputValue());
  await press(page, '+', '+');
  await expect.poll(async () => numberIn(await value.inputValue())).toBeCloseTo(before + 0.1, 4);
  const dragged = await newPicture(page, 'Exact', skipped);

  await tabTo(page, matrix(page, 'Exact'));
  await press(page, 'ArrowRight', 'End', 'ArrowDown');
  await expect(card(page, 'Entry')).toContainText('row 2, column 27');
  await press(page, 'Enter');
  await expect(card(page, 'Weight')).toContainText('2 of 27');

  await tabTo(page, button(page, 'Train'), 'Shift+Tab');
  await press(page, 'Enter');
  await expect(page.getByRole('img', { name: /^Error between/ })).toBeVisible();
  await expect(async () => {
    // it may come to its end by itself
    if (!(await button(page, 'Train').isVisible()))
      await button(page, 'Pause').press('Enter', { timeout: 2000 });
    await expect(button(page, 'Train')).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await newPicture(page, 'Exact', dragged);
  await press(page, 'Control+z');
  await expect(page.getByText('2-6-1 · step 0')).toBeVisible();
  await expect.poll(() => picture(page, 'Exact')).toBe(dragged);

  await tabTo(page, button(page, 'Copy link'), 'Shift+Tab');
  await press(page, 'Enter');
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#');

  await tabTo(page, button(page, 'Help'), 'Shift+Tab');
  await press(page, 'Enter');
  const help = page.getByRole('dialog', { name: 'What you are looking at' });
  await expect(help.getByRole('heading', { name: 'Keys' })).toBeVisible();
  await press(page, 'Escape');
  await expect(help).toBeHidden();
  await expect(button(page, 'Help')).toBeFocused();
});

const layers = [
  'Help',
  'Examples',
  'File',
  'Paste your own…',
  'Edit points in a larger plot',
  'Enlarge Residual',
  /^6 matrices/,
  /^hidden1: /,
  '+ Skip',
  /^Seed 1/,
];

test('what opens above the page takes the focus and gives it back', async ({ page }) => {
  await openPage(page);
  for (const name of layers) {
    const opener = button(page, name);
    await opener.focus();
    await page.keyboard.press('Enter');
    const layer = page.locator(LAYER);
    await expect(layer).toBeVisible();
    await expect.poll(() => layer.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focusNow(page), String(name)).toContain(': seen');
    await press(page, 'Shift+Tab', 'Escape');
    await expect(layer).toBeHidden();
    await expect(opener, String(name)).toBeFocused();
  }
});

test('Escape closes a dialog also while a tip is shown', async ({ page }) => {
  await openPage(page);
  await button(page, 'Help').press('Enter');
  const help = page.getByRole('dialog', { name: 'What you are looking at' });
  await tabTo(page, help.getByRole('button', { name: 'Close' }));
  await expect(help.getByRole('tooltip')).toHaveText('Close');
  await press(page, 'Escape');
  await expect(help).toBeHidden();
  await expect(button(page, 'Help')).toBeFocused();
});

test('an example is opened with the keyboard, and undone', RARELY, async ({ page }) => {
  await openPage(page);
  const examples = button(page, 'Examples');
  await examples.focus();
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Examples' });
  await tabTo(page, dialog.getByRole('listitem').nth(1).getByRole('button'));
  await press(page, 'Enter');
  await expect(dialog).toBeHidden();
  await expect(examples).toBeFocused();
  const title = page.getByRole('textbox', { name: 'Title of the experiment' });
  await expect(title).not.toHaveValue('Two moons');
  await press(page, 'Control+z');
  await expect(title).toHaveValue('Two moons');
});

test('a number reached by Tab is typed over', async ({ page }) => {
  await openPage(page);
  await tabTo(page, page.getByRole('listbox', { name: /^Weights and biases/ }));
  await press(page, 'ArrowDown', 'Enter');
  const value = card(page, 'Weight').getByRole('textbox', { name: 'Value' });
  await tabTo(page, value);
  await page.keyboard.type('1.25');
  await press(page, 'Enter');
  await expect(value).toHaveValue('1.25');
});
