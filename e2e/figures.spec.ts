import { expect, expectAccessible, test } from './fixtures.ts';
import { openNotebook } from './pages.ts';

const chart = 'svg[data-figure]';

test('a figure tells its numbers, and enlarged it can be zoomed into', async ({ page }) => {
  await openNotebook(page, './#page/inverses');
  const steps = page.getByRole('heading', { name: 'Steps', exact: true });
  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('region', { name: 'Steps beside each other' }) });
  const drawn = figure.locator(chart).first();
  await expect(async () => {
    await steps.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.mouse.wheel(0, 300);
    await expect(drawn).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  const box = await drawn.boundingBox();
  if (box === null) throw new Error('no figure');
  // along the curves, wherever they run: at some height there is a point
  for (let share = 0.1; share < 0.9; share += 0.05) {
    await page.mouse.move(box.x + 0.5 * box.width, box.y + share * box.height);
    if (await figure.getByText(/of the step: E = /).isVisible()) break;
  }
  await expect(figure.getByText(/of the step: E = [\d.]+$/)).toBeVisible();

  const enlarge = figure.getByRole('button', { name: 'Enlarge the figure' }).first();
  await enlarge.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Figure' });
  await expect(dialog.locator('.nsewdrag').first()).toBeVisible({ timeout: 20_000 });
  await expect(dialog.locator('.scatterlayer .trace')).not.toHaveCount(0);
  await expectAccessible(page, 'dialog');
  const ticks = dialog.locator('.ytick');
  const before = await ticks.allTextContents();
  const plot = await dialog.locator('.nsewdrag').first().boundingBox();
  if (plot === null) throw new Error('no plot');
  await page.mouse.move(plot.x + 0.3 * plot.width, plot.y + 0.3 * plot.height);
  await page.mouse.down();
  await page.mouse.move(plot.x + 0.4 * plot.width, plot.y + 0.45 * plot.height, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => ticks.allTextContents()).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(enlarge).toBeFocused();
});
