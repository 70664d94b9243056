import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { openNotebook } from './pages.ts';

const CONTROLS = [
  'header:has(nav)',
  'nav',
  '[role="status"][aria-label="Notices"]',
  // names of layers are buttons on the screen
  'main button:not(:has(canvas)):not([aria-label*=" unit"])',
  'main input:is([type="range"], [type="radio"], [type="checkbox"])',
  'main summary',
  'main [role="toolbar"]',
].join(', ');

/** The dialog stays open: the page is as it goes to paper until `afterprint`. */
const openDialog = (): void => {
  window.print = () => {
    window.dispatchEvent(new Event('beforeprint'));
    document.documentElement.dataset.printed = 'true';
  };
};

/** Names of what is to be seen among those that a selector finds. */
const seen = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((found: HTMLElement[]) =>
      found
        .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
        .map((element) => `${element.tagName} ${element.ariaLabel ?? element.innerText}`),
    );

async function print(page: Page): Promise<void> {
  await page.addInitScript(openDialog);
  await openNotebook(page, './#page/outer-product');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Print or save as PDF' }).click();
  await expect(page.getByText('Drawing every figure for print…')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'true', { timeout: 30_000 });
  await page.emulateMedia({ media: 'print' });
}

test('on paper every figure stands, drawn, and no control', async ({ page }) => {
  await print(page);
  expect(await seen(page, CONTROLS)).toEqual([]);
  await expect(page.locator('main figure')).toHaveCount(6);
  const blank = await page.locator('main article button canvas').evaluateAll(
    (all: HTMLCanvasElement[]) =>
      all.filter((canvas) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels === undefined || new Set(new Uint32Array(pixels.buffer)).size < 2;
      }).length,
  );
  expect(blank, 'matrices without a picture').toBe(0);
  await expect(page.locator('main svg[data-figure]')).toBeVisible();
  await expect(page.locator('main .katex-display').first()).toBeVisible();
  await expect(page.getByText('tanh', { exact: true }).first()).toBeVisible();
  const folded = await page
    .locator('main details')
    .evaluateAll((all) => all.filter((one) => !one.matches('[open]')));
  expect(folded, 'answers that stay folded').toEqual([]);
  const cut = await page
    .locator('main figure')
    .evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').length);
  expect(cut, 'figures that may be cut').toBe(0);
  // A4 between its margins is 182 mm wide; Letter 247 mm high
  await page.setViewportSize({ width: 688, height: 934 });
  const heights = (): Promise<number[]> =>
    page.locator('main figure').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  await expect.poll(async () => Math.max(...(await heights())), 'the tallest figure').toBeLessThan(934);
});

test('the dark theme prints black on white, and is back afterwards', RARELY, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await print(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const colours = await page
    .locator('main')
    .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(main).backgroundColor]);
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('Drawing every figure for print…')).toBeHidden();
});

test('a PDF has several pages, on A4 and on Letter', async ({ page }) => {
  await print(page);
  for (const format of ['A4', 'Letter'] as const) {
    const file = (await page.pdf({ format })).toString('latin1');
    expect(file.match(/\/Type\s*\/Page\b/g)?.length ?? 0, format).toBeGreaterThan(2);
  }
});
