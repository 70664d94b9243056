import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { card, expectShape, newPicture, openPage, picture } from './steps.ts';

/** Opens the dialog for own data and pastes a table. */
async function paste(page: Page, text: string) {
  await page.getByRole('button', { name: 'Paste your own…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: /^One row for each point/ }).fill(text);
  return dialog;
}

const regression = 'x,t\n-1,0.9\n-0.5,0.3\n0,0\n0.5,0.2\n1,1.1';
const classes = 'width;height;kind\n1;2;owl\n2;1;cat\n0;1;cat\n1;0;dog\n2;2;dog';

test('a table of numbers is regression', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  const dialog = await paste(page, regression);
  await expect(dialog.getByRole('columnheader')).toHaveText(['x', 't']);
  await expect(dialog.getByRole('row').nth(1).getByRole('cell')).toHaveText(['−1', '0.9']);
  await dialog.getByRole('button', { name: 'Use these 5 points' }).click();
  await expect(dialog).toBeHidden();
  await expectShape(page, [1, 6, 5, 1]);
  await newPicture(page, 'Exact', before);
  await expect(card(page, 'Data')).toContainText('N = 5');
  await expect(page.getByLabel('Loss', { exact: true }).locator('option:checked')).toHaveText(
    'Sum of squares',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectShape(page, [2, 6, 5, 1]);
});

test('words in the last column are classes', RARELY, async ({ page }) => {
  await openPage(page);
  const dialog = await paste(page, classes);
  await expect(dialog.getByRole('columnheader')).toHaveText([
    'width',
    'height',
    'kind = cat',
    'kind = dog',
    'kind = owl',
  ]);
  await expect(dialog).toContainText('the loss becomes softmax cross-entropy with softmax outputs');
  await dialog.getByRole('button', { name: 'Use these 5 points' }).click();
  await expectShape(page, [2, 6, 5, 3]);
});

const wrong = {
  'x,t\n1,2\n3,abc': 'row 3, column "t" is "abc": a number is needed',
  '1,2\n3,NaN': 'row 2, column 2 is "NaN": a number is needed',
  'a,b,t\n1,2,3\n1,1e308,3': 'row 3, column "b" is 1e308: allowed −1e+150 to 1e+150',
  '1,2,3\n4,5': 'row 2 has 2 cells, the first row has 3',
  '1,2\n,3': 'row 2, column 1 is empty: a number is needed',
  '1,2\n3,Infinity': 'row 2, column 2 is "Infinity": a number is needed',
  '1\n2': 'table has 1 column: at least 2 are needed, inputs and then 1 target',
  'x,t': 'rows of data is 0: at least 1 is needed',
  'x,t\n1,"2': 'row 2 has a quote that is never closed',
};

test('what is wrong with a table is said by row and column, and nothing is lost', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  const dialog = await paste(page, '');
  const use = dialog.getByRole('button', { name: /^Use these/ });
  await expect(use).toBeDisabled();
  const text = dialog.getByRole('textbox', { name: /^One row for each point/ });
  for (const [table, message] of Object.entries(wrong)) {
    await text.fill(table);
    await expect(dialog.getByText(`Caution: ${message}`, { exact: true })).toBeVisible();
    await expect(use).toBeDisabled();
  }
  await text.fill('1,2\nthree,4');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Paste your own…' }).click();
  await expect(text).toHaveValue('1,2\nthree,4');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectShape(page, [2, 6, 5, 1]);
  await expect(page.getByLabel('Data set').locator('option:checked')).toHaveText('Two moons');
  expect(await picture(page, 'Exact')).toBe(before);
});

/** A file let go over the data. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], file, { type: 'text/csv' }));
      return transfer;
    },
    [name, content],
  );
  const plot = page.getByRole('listbox', { name: 'Points of the data' });
  await plot.dispatchEvent('dragover', { dataTransfer });
  await plot.dispatchEvent('drop', { dataTransfer });
}

test('a CSV file dropped on the data is read', async ({ page }) => {
  await openPage(page);
  await drop(page, 'parabola.csv', regression);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('button', { name: 'Use these 5 points' }).click();
  await expectShape(page, [1, 6, 5, 1]);
  await expect(page.getByLabel('Data set').locator('option:checked')).toHaveText('parabola');
});

test('a CSV file with a wrong cell is refused like a pasted one', RARELY, async ({ page }) => {
  await openPage(page);
  await drop(page, 'broken.csv', 'x,t\n0,1\n1,?');
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('row 3, column "t" is "?": a number is needed');
  await expectShape(page, [2, 6, 5, 1]);
});
