/** Layers of every kind: built, set, dragged and undone, by mouse and by keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import { allMatrices, card, newPicture, openPage, picture, type } from './steps.ts';

const network = (page: Page): Locator => card(page, 'Network');
const weights = (page: Page): Locator => page.getByRole('listbox', { name: /^Weights and biases/ });
const cursor = (page: Page): Locator => weights(page).getByRole('option');
const settingsOf = (page: Page, layer: string): Locator =>
  page.getByRole('dialog', { name: new RegExp(`^${layer}: `) });

/** Waits until the whole page shows a network of these shapes and so many parameters. */
async function expectShapes(page: Page, shapes: string, W: number): Promise<void> {
  await expect(page.getByText(`${shapes} · step`)).toBeVisible();
  await expect(page.getByText(`W = ${W}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `, ${W} × ${W}: walk` })).toHaveCount(
    await allMatrices(page).count(),
  );
}

const chooseBars = (page: Page): Promise<unknown> =>
  page.getByLabel('Data set').selectOption('Bars and stripes');

/** Opens the list of kinds, adds these layers, and closes it. */
async function addLayers(page: Page, ...kinds: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add a layer of any kind' }).click();
  const offers = page.getByRole('dialog', { name: 'Add a layer of any kind' });
  for (const kind of kinds) await offers.getByRole('button', { name: new RegExp(`^${kind} gives`) }).click();
  await page.keyboard.press('Escape');
  await expect(offers).toBeHidden();
}

async function openLayer(page: Page, layer: string): Promise<Locator> {
  await page.getByRole('button', { name: new RegExp(`^${layer}: `) }).click();
  return settingsOf(page, layer);
}

async function removeLayers(page: Page, ...layers: readonly string[]): Promise<void> {
  for (const layer of layers)
    await (await openLayer(page, layer)).getByRole('button', { name: `Remove ${layer}` }).click();
}

/** 1×6×6 → conv1 2×4×4 → pool1 2×2×2 → output 2. */
async function buildByMouse(page: Page): Promise<void> {
  await openPage(page);
  await chooseBars(page);
  await expectShapes(page, '1×6×6-6-5-2', 269);
  await addLayers(page, 'Convolution', 'Max pool');
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-6-5-2', 121);
  await removeLayers(page, 'hidden1', 'hidden2');
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-2', 38);
}

test(
  'a convolutional network is built by mouse, and the shape of every layer is told',
  RARELY,
  async ({ page }) => {
    await buildByMouse(page);
    await expect(network(page)).toContainText('Shapes: 1 × 6 × 6 → 2 × 4 × 4 → 2 × 2 × 2 → 2');
    await expect(page.getByRole('button', { name: 'conv1: 2 × 4 × 4, convolution, tanh' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'pool1: 2 × 2 × 2, max pool, identity' })).toBeVisible();
    await expectAccessible(page);

    const settings = await openLayer(page, 'conv1');
    await expect(settings).toContainText('Gives 2 × 4 × 4; 20 parameters.');
    await settings.getByRole('button', { name: 'One channel more' }).click();
    await expect(settings).toContainText('Gives 3 × 4 × 4; 30 parameters.');
    await settings.getByRole('button', { name: 'More padding' }).click();
    await expect(settings).toContainText('Gives 3 × 6 × 6; 30 parameters.');
    await expectShapes(page, '1×6×6-3×6×6-3×3×3-2', 30 + 2 * 28);
    await expectAccessible(page);
  },
);

test('a convolutional network is built by keyboard alone', async ({ page }) => {
  await openPage(page);
  const press = (key: string) => page.keyboard.press(key);
  /** Tab until something of this name has the focus. */
  const tabTo = async (target: Locator): Promise<void> => {
    for (let count = 0; count < 80; count++) {
      if (
        (await target.count()) > 0 &&
        (await target.evaluate((element) => element === document.activeElement))
      )
        return;
      await press('Tab');
    }
    throw new Error(`never reached: ${String(target)}`);
  };
  await tabTo(page.getByLabel('Data set'));
  await page.keyboard.type('Bars');
  await expectShapes(page, '1×6×6-6-5-2', 269);

  await tabTo(page.getByRole('button', { name: 'Add a layer of any kind' }));
  await press('Enter');
  await tabTo(page.getByRole('button', { name: /^Convolution gives 2 × 4 × 4/ }));
  await press('Enter');
  await tabTo(page.getByRole('button', { name: /^Max pool gives 2 × 2 × 2/ }));
  await press('Enter');
  await press('Escape');
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-6-5-2', 121);

  for (const layer of ['hidden1', 'hidden2']) {
    await tabTo(page.getByRole('button', { name: new RegExp(`^${layer}: `) }));
    await press('Enter');
    await tabTo(page.getByRole('button', { name: `Remove ${layer}` }));
    await press('Enter');
    await expect(settingsOf(page, layer)).toHaveCount(0);
  }
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-2', 38);

  const before = await picture(page, 'Exact');
  await tabTo(weights(page));
  await press('Home');
  await expect(cursor(page)).toHaveText(/^conv1 kernel to channel 1 from channel 1, row 1, column 1, /);
  await press('ArrowDown');
  await press('ArrowRight');
  await press('ArrowRight');
  await expect(cursor(page)).toHaveText(/^conv1 kernel to channel 1 from channel 1, row 2, column 3, /);
  await press('Enter');
  await expect(card(page, 'Weight')).toContainText('The same weight at 4 × 4 positions of every image');
  for (let count = 0; count < 4; count++) await press('+');
  await newPicture(page, 'Exact', before);
  await press('PageDown');
  await expect(cursor(page)).toHaveText(/^weight from pool1 channel 1, row 1, column 1 to output unit 1, /);
});

test('a weight of a kernel is dragged, the matrices follow, and undo takes it back', async ({ page }) => {
  await buildByMouse(page);
  const before = await picture(page, 'Exact');
  const drawing = weights(page).locator('svg').last();
  // the kernels' cells are the only squares of nine in the drawing
  const cell = drawing.locator('g:has(> rect:nth-of-type(11)) > rect').nth(5);
  const box = await cell.boundingBox();
  if (box === null) throw new Error('no cell of a kernel is drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(card(page, 'Weight')).toContainText(
    'conv1 kernel to channel 1 from channel 1, row 2, column 2',
  );
  const value = card(page, 'Weight').getByRole('textbox', { name: 'Value' });
  const old = await value.inputValue();
  await page.mouse.move(x + 60, y - 20, { steps: 8 });
  await page.mouse.up();
  await expect(value).not.toHaveValue(old);
  await newPicture(page, 'Exact', before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => picture(page, 'Exact')).toBe(before);
});

test('numbers that do not fit are refused beside their field, and the network stays', async ({ page }) => {
  await buildByMouse(page);
  const before = await picture(page, 'Exact');
  const settings = await openLayer(page, 'conv1');
  const kernel = settings.getByRole('textbox', { name: 'Kernel' });
  for (const [typed, message] of [
    ['9', 'kernel is 9: allowed 1 to 6'],
    ['0', 'kernel is 0: allowed 1 to 6'],
    ['2.5', 'kernel is 2.5: allowed whole numbers, 1 to 6'],
    ['6', 'layer pool1 needs a window of at most 1: 2'],
  ] as const) {
    await type(kernel, typed);
    await expect(settings.getByRole('alert')).toHaveText(message);
  }
  await kernel.press('Escape');
  await expect(kernel).toHaveValue('3');
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-2', 38);
  expect(await picture(page, 'Exact')).toBe(before);
  await type(kernel, '4');
  await expectShapes(page, '1×6×6-2×3×3-2×1×1-2', 40);
});

test('layers that read images go with the images, said and undone in one step', async ({ page }) => {
  await buildByMouse(page);
  const before = await picture(page, 'Exact');
  await page.getByLabel('Data set').selectOption('Three-class spiral');
  await expectShapes(page, '2-3', 9);
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('conv1 and pool1 could not read them and were removed');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expectShapes(page, '1×6×6-2×4×4-2×2×2-2', 38);
  await expect.poll(() => picture(page, 'Exact')).toBe(before);
});

test('where no image is read, the list of layers says why', RARELY, async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Add a layer of any kind' }).click();
  const offers = page.getByRole('dialog', { name: 'Add a layer of any kind' });
  await expect(offers.getByRole('button', { name: 'Convolution' })).toBeDisabled();
  await expect(offers).toContainText('Not here: needs an image: hidden2 gives 5.');
  await expectAccessible(page);
});

test('a residual sum joins two layers of one shape, and connections that do not fit are refused', async ({
  page,
}) => {
  await openPage(page);
  const settings = await openLayer(page, 'hidden2');
  await settings.getByRole('button', { name: 'One unit more' }).click();
  await page.keyboard.press('Escape');
  await addLayers(page, 'Add hidden1');
  await expectShapes(page, '2-6-6-6-1', 18 + 42 + 7);
  await page.getByRole('button', { name: '+ Skip' }).click();
  await page.getByRole('checkbox', { name: 'input feeds add1' }).click();
  await expect(page.getByText('layer add1 adds layers of one shape, it reads: 6, 6, 2')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'input feeds add1' })).not.toBeChecked();
  await expectShapes(page, '2-6-6-6-1', 18 + 42 + 7);
});

test('patterns of images are chosen in the gallery, seen larger and given another class', async ({
  page,
}) => {
  await openPage(page);
  await chooseBars(page);
  const gallery = page.getByRole('listbox', { name: /^Patterns of the data/ });
  await expect(gallery).toBeVisible();
  const before = await picture(page, 'Exact');
  await gallery.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const chosen = card(page, 'Data').getByRole('group', { name: 'Selected point' });
  await expect(chosen.getByRole('img', { name: /^Pattern [2-9], 1 × 6 × 6$/ })).toBeVisible();
  await gallery.click({ position: { x: 14, y: 14 } });
  await expect(chosen).toContainText('Point 1 of 60');
  await chosen.getByRole('radio', { name: '2' }).click();
  await newPicture(page, 'Exact', before);
  await expect(gallery, 'edited images stay images').toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit points in a larger plot' }).click();
  await expect(page.getByRole('dialog').getByRole('listbox', { name: /^Patterns/ })).toBeVisible();
  await expectAccessible(page);
});

test(
  'at phone width the drawing of a convolutional network stays inside its panel',
  RARELY,
  async ({ page }) => {
    await buildByMouse(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('tab', { name: 'Network' }).click();
    await expect(weights(page)).toBeVisible();
    const overflow = await network(page).evaluate((panel) => {
      const { left, right } = panel.getBoundingClientRect();
      return [...panel.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.left < left - 1 || box.right > right + 1);
      }).length;
    });
    expect(overflow).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  },
);
