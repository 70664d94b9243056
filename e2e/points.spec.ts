import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { card, newPicture, openPage, picture, type } from './steps.ts';

const plot = (page: Page) => page.getByRole('listbox', { name: 'Points of the data' });
const point = (page: Page) => page.getByRole('group', { name: 'Selected point' });

/** The numbers of the selected point. */
const fields = (page: Page) =>
  point(page)
    .getByRole('textbox')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

for (const set of ['Sine', 'Two moons', 'Three blobs'])
  test(
    `points of ${set} are added, dragged and removed with the mouse`,
    set === 'Two moons' ? {} : RARELY,
    async ({ page }) => {
      await openPage(page);
      await page.getByLabel('Data set').selectOption(set);
      const N = Number(await page.getByRole('textbox', { name: 'N', exact: true }).inputValue());
      const before = await picture(page, 'Exact');
      const box = (await plot(page).boundingBox())!;
      const corner = { x: box.x + box.width - 14, y: box.y + 14 };

      await page.mouse.dblclick(corner.x, corner.y);
      await expect(point(page)).toContainText(`Point ${N + 1} of ${N + 1}`);
      await expect(card(page, 'Data')).toContainText(`N = ${N + 1}`);
      const added = await newPicture(page, 'Exact', before);
      const there = await fields(page);

      await page.mouse.move(corner.x, corner.y);
      await page.mouse.down();
      await page.mouse.move(corner.x - 20, corner.y + 20, { steps: 4 });
      await page.mouse.move(corner.x - 40, corner.y + 40, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => fields(page)).not.toEqual(there);
      await newPicture(page, 'Exact', added);

      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => fields(page), 'one step takes the whole drag back').toEqual(there);

      await page.getByRole('button', { name: 'Remove point' }).click();
      await expect(card(page, 'Data')).toContainText(`N = ${N}`);
      await expect.poll(() => picture(page, 'Exact')).toBe(before);
    },
  );

test('points are added, moved, typed and removed with the keyboard', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Data set').selectOption('XOR');
  await plot(page).focus();
  await plot(page).press('a');
  await expect(point(page)).toContainText('Point 81 of 81');
  const [x, y] = (await fields(page)).map(Number);
  await plot(page).press('ArrowRight');
  await plot(page).press('Shift+ArrowUp');
  await expect.poll(async () => Number((await fields(page))[0])).toBeGreaterThan(x);
  await expect.poll(async () => Number((await fields(page))[1])).toBeGreaterThan(y);

  await type(point(page).getByRole('textbox', { name: 'x₁' }), '0.25');
  expect((await fields(page))[0]).toBe('0.25');
  await point(page).getByRole('radio', { name: '1' }).click();
  await expect(point(page).getByRole('radio', { name: '1' })).toBeChecked();

  await plot(page).press(']');
  await expect(point(page)).not.toContainText('Point 81 of');
  await plot(page).press('[');
  await expect(point(page)).toContainText('Point 81 of 81');
  await plot(page).press('Delete');
  await expect(card(page, 'Data')).toContainText('N = 80');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Data')).toContainText('N = 81');
});

test('the larger plot adds a point wherever one clicks', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Edit points in a larger plot' }).click();
  const dialog = page.getByRole('dialog', { name: 'Points' });
  await dialog.getByRole('button', { name: 'Add points' }).click();
  const large = dialog.getByRole('listbox', { name: 'Points of the data' });
  await large.click({ position: { x: 60, y: 60 } });
  await large.click({ position: { x: 200, y: 300 } });
  await expect(dialog.getByRole('group', { name: 'Selected point' })).toContainText('Point 122 of 122');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(card(page, 'Data')).toContainText('N = 122');
});

test('the last point stays', RARELY, async ({ page }) => {
  await openPage(page);
  await type(page.getByRole('textbox', { name: 'N', exact: true }), '1');
  await plot(page).press(']');
  await plot(page).press('Delete');
  await expect(card(page, 'Data')).toContainText('data has 1 point: at least 1 is needed');
});
