import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { expectShape, newPicture, openPage, picture, type } from './steps.ts';

const layerButton = (page: Page, layer: string) =>
  page.getByRole('button', { name: new RegExp(`^${layer}: `) });

/** Opens a layer's settings. */
async function openLayer(page: Page, layer: string) {
  await layerButton(page, layer).click();
  return page.getByRole('dialog', { name: new RegExp(`^${layer}: `) });
}

test('layers and units come and go, and W is right every time', async ({ page }) => {
  await openPage(page);
  await expectShape(page, [2, 6, 5, 1]);
  await page.getByRole('button', { name: '+ Layer' }).click();
  await expectShape(page, [2, 6, 5, 3, 1]);

  const settings = await openLayer(page, 'hidden1');
  await settings.getByRole('button', { name: 'One unit more' }).click();
  await expectShape(page, [2, 7, 5, 3, 1]);
  await settings.getByRole('button', { name: 'One unit less' }).click();
  await settings.getByRole('button', { name: 'One unit less' }).click();
  await expectShape(page, [2, 5, 5, 3, 1]);
  await type(settings.getByRole('textbox', { name: 'Units' }), '12');
  await expectShape(page, [2, 12, 5, 3, 1]);
  await page.keyboard.press('Escape');

  for (const [layer, shape] of [
    ['hidden2', [2, 12, 3, 1]],
    ['hidden3', [2, 12, 1]],
    ['hidden1', [2, 1]],
  ] as const) {
    const open = await openLayer(page, layer);
    await open.getByRole('button', { name: `Remove ${layer}` }).click();
    await expectShape(page, shape);
  }
  const output = await openLayer(page, 'output');
  await expect(output).toContainText('1 unit: one per target column of the data.');
  await expect(output.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
});

test('every activation of a hidden layer gives other matrices', RARELY, async ({ page }) => {
  await openPage(page);
  const settings = await openLayer(page, 'hidden1');
  const choice = settings.getByLabel('Activation');
  await expect(choice).toBeVisible();
  const kinds = await choice.getByRole('option').allInnerTexts();
  expect(kinds.length).toBeGreaterThanOrEqual(8);
  expect(kinds[0]).toBe('tanh');
  let before = await picture(page, 'Exact');
  for (const kind of [...kinds.slice(1), 'tanh']) {
    await choice.selectOption(kind);
    before = await newPicture(page, 'Exact', before);
    await expect(layerButton(page, 'hidden1')).toHaveText(kind);
  }
  await expect(layerButton(page, 'hidden2')).toHaveText('tanh');
});

const wrongUnits = {
  '0': 'units is 0: allowed 1 to 256',
  '10000': 'units is 10000: allowed 1 to 256',
  '-4': 'units is -4: allowed 1 to 256',
  '2.5': 'units is 2.5: allowed whole numbers, 1 to 256',
  '1e308': 'units is 1e308: allowed 1 to 256',
  ten: 'units is ten: allowed 1 to 256',
  '': 'units is empty: allowed 1 to 256',
};

test('units that cannot be are refused beside the field, and the network stays', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  const settings = await openLayer(page, 'hidden1');
  const units = settings.getByRole('textbox', { name: 'Units' });
  for (const [typed, message] of Object.entries(wrongUnits)) {
    await type(units, typed);
    await expect(settings.getByRole('alert')).toHaveText(message);
    await expect(units).toHaveValue(typed);
  }
  await units.press('Escape');
  await expect(units).toHaveValue('6');
  await expectShape(page, [2, 6, 5, 1]);
  expect(await picture(page, 'Exact')).toBe(before);
});

test('a network with too many weights is refused in place', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Data set').selectOption('Sine');
  const first = await openLayer(page, 'hidden1');
  await type(first.getByRole('textbox', { name: 'Units' }), '200');
  await expect(page.getByText('1-200-5-1 · step')).toBeVisible();
  await page.keyboard.press('Escape');
  const second = await openLayer(page, 'hidden2');
  await type(second.getByRole('textbox', { name: 'Units' }), '200');
  await expect(second.getByRole('alert')).toHaveText(/20,?000/);
  await expect(page.getByText('1-200-5-1 · step')).toBeVisible();
});

test('a skip connection is added with the keyboard', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  const button = page.getByRole('button', { name: '+ Skip' });
  await button.focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: 'input feeds output' });
  await expect(box).toBeVisible();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await expectShape(page, [2, 6, 5, 1], 2 * 1);
  await newPicture(page, 'Exact', before);

  await page.getByRole('checkbox', { name: 'hidden1 feeds output' }).focus();
  await page.keyboard.press('Space');
  await expectShape(page, [2, 6, 5, 1], 2 * 1 + 6 * 1);
  const only = page.getByRole('checkbox', { name: 'input feeds hidden1' });
  await expect(only, 'a layer always reads one').toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the same seed draws the same weights, another seed others', RARELY, async ({ page }) => {
  await openPage(page);
  const first = await picture(page, 'Exact');
  await page.getByRole('button', { name: 'Initialise with the next seed' }).click();
  await newPicture(page, 'Exact', first);
  await page.getByRole('button', { name: 'Seed 2' }).click();
  const form = page.getByRole('dialog', { name: 'Initialise the weights' });
  await type(form.getByRole('textbox', { name: 'Seed' }), '1');
  await expect.poll(() => picture(page, 'Exact')).toBe(first);

  const scale = form.getByRole('textbox', { name: 'Scale' });
  await type(scale, '0.3');
  await newPicture(page, 'Exact', first);
  for (const typed of ['0', '101', 'x']) {
    await type(scale, typed);
    await expect(form.getByRole('alert')).toHaveText(`scale is ${typed}: allowed above 0, up to 100`);
  }
  await scale.press('Escape');
  await type(scale, '1');
  await expect.poll(() => picture(page, 'Exact')).toBe(first);
  await form.getByRole('button', { name: 'Initialise' }).click();
  expect(await picture(page, 'Exact')).toBe(first);
});
