import { expect, test } from './fixtures.ts';
import { allMatrices, card, colours, expectShape, newPicture, openPage, picture, type } from './steps.ts';

const sets = {
  Sine: { shape: [1, 6, 5, 1], N: 40, loss: 'Sum of squares', output: 'identity' },
  'Noisy line': { shape: [1, 6, 5, 1], N: 40, loss: 'Sum of squares', output: 'identity' },
  'Two outputs': { shape: [1, 6, 5, 2], N: 40, loss: 'Sum of squares', output: 'identity' },
  Counts: { shape: [1, 6, 5, 1], N: 60, loss: 'Poisson', output: 'exp' },
  XOR: { shape: [2, 6, 5, 1], N: 80, loss: 'Binary cross-entropy', output: 'logistic' },
  'Two moons': { shape: [2, 6, 5, 1], N: 120, loss: 'Binary cross-entropy', output: 'logistic' },
  Circles: { shape: [2, 6, 5, 1], N: 120, loss: 'Binary cross-entropy', output: 'logistic' },
  'Three blobs': { shape: [2, 6, 5, 3], N: 90, loss: 'Softmax cross-entropy', output: 'softmax' },
  'Three-class spiral': { shape: [2, 6, 5, 3], N: 150, loss: 'Softmax cross-entropy', output: 'softmax' },
  'MONK’s problem': { shape: [15, 6, 5, 1], N: 124, loss: 'Binary cross-entropy', output: 'logistic' },
};

/** Its patterns are images: e2e/layers.spec.ts. */
const IMAGES = 'Bars and stripes';

test('every data set can be chosen; network, loss and matrices follow', async ({ page }) => {
  await openPage(page);
  const choice = page.getByLabel('Data set');
  await expect(choice.getByRole('option')).toHaveText([...Object.keys(sets), IMAGES]);
  const moons = await picture(page, 'Exact');
  await choice.selectOption('Noisy line');
  let before = await newPicture(page, 'Exact', moons);
  for (const [label, { shape, N, loss, output }] of Object.entries(sets)) {
    await choice.selectOption(label);
    await expectShape(page, shape);
    before = await newPicture(page, 'Exact', before);
    for (const matrix of await allMatrices(page).all()) expect(await colours(matrix)).toBeGreaterThan(15);
    await expect(page.getByRole('textbox', { name: 'N', exact: true })).toHaveValue(String(N));
    await expect(page.getByLabel('Loss', { exact: true }).locator('option:checked')).toHaveText(loss);
    await expect(page.getByRole('button', { name: `, ${output}` })).toContainText(output);
  }
});

test('N, noise and seed draw other points; the same seed draws the same ones', async ({ page }) => {
  await openPage(page);
  const first = await picture(page, 'Exact');
  const N = page.getByRole('textbox', { name: 'N', exact: true });
  await type(N, '12');
  const few = await newPicture(page, 'Exact', first);
  await type(N, '120');
  await expect.poll(() => picture(page, 'Exact')).toBe(first);

  const seed = card(page, 'Data').getByRole('textbox', { name: 'Seed' });
  await page.getByRole('button', { name: 'New seed' }).click();
  await expect(seed).toHaveValue('4');
  await newPicture(page, 'Exact', first);
  await type(seed, '3');
  await expect.poll(() => picture(page, 'Exact')).toBe(first);

  const noise = page.getByRole('slider', { name: 'Noise' });
  await noise.press('ArrowRight');
  await expect(noise).toHaveAttribute('aria-valuetext', '0.17');
  await newPicture(page, 'Exact', first);
  await noise.press('ArrowLeft');
  await expect.poll(() => picture(page, 'Exact')).toBe(first);
  expect(few).not.toBe(first);
});

const wrongCounts = { '0': '0', '2001': '2001', '-3': '-3', many: 'many', '': 'empty', NaN: 'NaN' };

test('an N that cannot be is refused beside the field, and the points stay', async ({ page }) => {
  await openPage(page);
  const before = await picture(page, 'Exact');
  const N = page.getByRole('textbox', { name: 'N', exact: true });
  for (const [typed, said] of Object.entries(wrongCounts)) {
    await type(N, typed);
    await expect(page.getByRole('alert')).toHaveText(`N is ${said}: allowed 1 to 2000`);
    await expect(N).toHaveValue(typed);
  }
  await type(N, '1.5');
  await expect(page.getByRole('alert')).toHaveText('N is 1.5: allowed whole numbers, 1 to 2000');
  await N.press('Escape');
  await expect(N).toHaveValue('120');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await picture(page, 'Exact')).toBe(before);
});
