/** A notebook is edited: by keys alone, by menus, by the grip; and all of it is undone. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import * as on from './pages.ts';

/** A notebook with three texts, opened for editing. */
async function threeTexts(page: Page): Promise<void> {
  await page.goto('#notebook');
  await page.getByRole('button', { name: 'New notebook' }).click();
  await on.expectDrawn(page);
  await on.edit(page);
  for (const text of ['one', 'two', 'three']) {
    await on.insertAt(page, 'Insert at the end', 'Text');
    await on.write(page, text);
  }
  await expectTexts(page, 'one', 'two', 'three');
}

const expectTexts = async (page: Page, ...texts: string[]): Promise<void> => {
  await expect(on.cells(page)).toHaveCount(texts.length);
  await expect(on.cells(page).locator('p')).toHaveText(texts);
};

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('everything by keys alone, as in JupyterLab', async ({ page }) => {
  await threeTexts(page);
  await expect(on.cell(page, 3)).toBeFocused();
  await press(page, 'ArrowUp');
  await expect(on.cell(page, 2)).toBeFocused();
  await press(page, 'a');
  await on.write(page, 'above two');
  await expectTexts(page, 'one', 'above two', 'two', 'three');
  await expect(on.cell(page, 2)).toBeFocused();
  await press(page, 'b');
  await on.write(page, 'below it');
  await expectTexts(page, 'one', 'above two', 'below it', 'two', 'three');

  await press(page, 'Enter');
  await expect(on.field(page)).toBeFocused();
  await press(page, 'End');
  await on.write(page, '!');
  await expectTexts(page, 'one', 'above two', 'below it!', 'two', 'three');
  await press(page, 'd', 'd');
  await expectTexts(page, 'one', 'above two', 'two', 'three');
  await expect(on.cell(page, 3)).toBeFocused();
  await press(page, 'z');
  await expectTexts(page, 'one', 'above two', 'below it!', 'two', 'three');
  await press(page, 'Shift+Z');
  await expectTexts(page, 'one', 'above two', 'two', 'three');

  await expect(page.locator('[data-cell]:focus'), 'undo keeps the keyboard at a cell').toHaveCount(1);
  await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'k');
  await expect(on.cell(page, 1)).toBeFocused();
  await press(page, 'j', 'x');
  await expectTexts(page, 'one', 'two', 'three');
  await press(page, 'ArrowDown', 'v');
  await expectTexts(page, 'one', 'two', 'three', 'above two');
  await press(page, 'ArrowUp', 'c', 'ArrowUp', 'v');
  await expectTexts(page, 'one', 'two', 'three', 'three', 'above two');
  await press(page, 'z', 'Shift+D');
  await expectTexts(page, 'one', 'two', 'three', 'three', 'above two');

  await press(page, 'Control+Shift+ArrowDown');
  await expectTexts(page, 'one', 'two', 'three', 'above two', 'three');
  await expect(on.cell(page, 5)).toBeFocused();
  for (let n = 0; n < 4; n++) {
    await press(page, 'Control+Shift+ArrowUp');
    await expect(on.cell(page, 4 - n)).toBeFocused();
  }
  await expectTexts(page, 'three', 'one', 'two', 'three', 'above two');

  await press(page, 'Control+Shift+C');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('check below');
  await expect(palette.getByRole('option')).toHaveText(['Insert Check yourself below']);
  await press(page, 'Enter');
  await expect(palette).toBeHidden();
  await expect(on.field(page, 'Question')).toBeFocused();
  await page.keyboard.type('Why?');
  await press(page, 'Escape');
  await expect.poll(() => on.kinds(page)).toEqual(['Text', 'Check yourself', 'Text', 'Text', 'Text', 'Text']);

  for (let left = 6; left > 0; left--) {
    await expect(on.cells(page)).toHaveCount(left);
    await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
    await press(page, 'd', 'd');
  }
  await expect(on.cells(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Insert at the end' })).toBeFocused();
});

test('a cell of every kind is inserted, and nothing fails', async ({ page }) => {
  test.slow();
  await on.openNotebook(page, '#page/exact');
  await on.edit(page);
  await page.getByRole('button', { name: 'Insert at the end' }).click();
  const names = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  expect(names.length).toBeGreaterThanOrEqual(16);
  for (const name of names) {
    const before = await on.cells(page).count();
    await on.insertAt(page, 'Insert at the end', name);
    await expect(on.cells(page)).toHaveCount(before + 1);
    const added = on.cell(page, before + 1);
    await added.scrollIntoViewIfNeeded();
    if (name === 'Text' || name === 'Check yourself') await page.keyboard.press('Escape');
    else await expect(added.getByRole('figure').first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('could not be drawn')).toHaveCount(0);
  }
  for (const _name of names) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
});

test('cells are dragged by the grip, above others and below them; the title is a field', async ({ page }) => {
  await threeTexts(page);
  const grip = (n: number) => on.cell(page, n).getByTitle('Drag to move');
  const dropOn = async (from: number, to: number, part: number): Promise<void> => {
    const { width = 0, height = 0 } = (await on.cell(page, to).boundingBox()) ?? {};
    await grip(from).dragTo(on.cell(page, to), { targetPosition: { x: width / 2, y: height * part } });
  };
  await dropOn(1, 3, 0.9);
  await expectTexts(page, 'two', 'three', 'one');
  await dropOn(3, 1, 0.1);
  await expectTexts(page, 'one', 'two', 'three');
  await dropOn(1, 3, 0.1);
  await expectTexts(page, 'two', 'one', 'three');

  const title = page.getByRole('textbox', { name: 'Title of the notebook' });
  await title.fill('My class');
  await title.press('Enter');
  await expect(
    page.getByRole('navigation', { name: 'Notebooks' }).getByRole('link', { name: 'My class' }),
  ).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(title).toHaveValue('');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectTexts(page, 'one', 'two', 'three');
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expectTexts(page, 'two', 'one', 'three');
});

test('of two experiments each has its own figures: a weight that is dragged changes those alone, and undo takes it back', async ({
  page,
}) => {
  test.slow();
  await on.openNotebook(page, '#page/outer-product');
  // both in the window at once
  await page.setViewportSize({ width: 1440, height: 6000 });
  const [first, second] = [await on.gallery(page, 0), await on.gallery(page, 1)];
  const before = [await on.pictures(first), await on.pictures(second)];
  const line = on
    .figure(page, /^Experiment/)
    .getByRole('listbox', { name: /^Weights and biases/ })
    .locator('path[data-weight="0"]');
  const { x, y } = await line.evaluate((path: SVGPathElement) => {
    const place = path
      .getPointAtLength(path.getTotalLength() / 4)
      .matrixTransform(path.getScreenCTM() ?? undefined);
    return { x: place.x, y: place.y };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => on.pictures(first), { timeout: 20_000 }).not.toEqual(before[0]);
  expect(await on.pictures(second)).toEqual(before[1]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => on.pictures(first), { timeout: 20_000 }).toEqual(before[0]);
  expect(await on.pictures(second)).toEqual(before[1]);
});

for (const width of [1440, 390])
  for (const colorScheme of themesAt(width))
    test(
      `reading, editing and the list are accessible: ${colorScheme}, ${width} px`,
      width > 390 ? RARELY : {},
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto('#notebook');
        await expect(page.getByRole('heading', { name: 'Notebooks', exact: true }).last()).toBeVisible();
        await expectAccessible(page);
        await on.openNotebook(page, '#page/outer-product');
        await on.gallery(page);
        await expectAccessible(page);
        await on.edit(page);
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Commands', exact: true }).click();
        await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
        await expectAccessible(page);
      },
    );
