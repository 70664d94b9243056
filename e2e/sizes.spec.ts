import type { Locator, Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import { allMatrices, card, cellOf, entryIn, matrix, openPage } from './steps.ts';

/** Scrolling further than this many pixels is scrolling. */
const ROUNDING = 1;

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
  });

async function expectInside(page: Page, part: Locator): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const box = (await part.boundingBox())!;
  const where = await part.evaluate((element) => element.textContent.slice(0, 30));
  expect(box.x, where).toBeGreaterThanOrEqual(0);
  expect(box.y, where).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width, where).toBeLessThanOrEqual(width + ROUNDING);
  expect(box.y + box.height, where).toBeLessThanOrEqual(height + ROUNDING);
}

for (const set of ['Sine', 'Two moons', 'Three blobs'])
  test(
    `1440 × 900 shows everything at once, before and after a step on ${set}`,
    set === 'Sine' ? {} : RARELY,
    async ({ page }) => {
      await openPage(page);
      await page.getByLabel('Data set').selectOption(set);
      const column = page.getByRole('region', { name: 'Experiment' });
      const hidden = () => column.evaluate((element) => element.scrollHeight - element.clientHeight);
      await expect.poll(hidden, 'left column').toBeLessThanOrEqual(ROUNDING);

      await page.getByRole('button', { name: 'One step' }).click();
      const curve = page.getByRole('img', { name: /^Error between/ });
      await expect(curve).toBeVisible();
      await expect.poll(hidden, 'left column').toBeLessThanOrEqual(ROUNDING);
      expect(await overflow(page)).toEqual({ right: 0, below: 0 });
      for (const title of ['Data', 'Network', 'Loss', 'Training', 'Entry', 'Weight', 'Direction v'])
        await expectInside(page, card(page, title));
      await expectInside(page, page.getByRole('button', { name: 'Train' }));
      await expectInside(page, curve);
      await expect(page.getByRole('article')).toHaveCount(6);
      for (const article of await page.getByRole('article').all()) await expectInside(page, article);
    },
  );

test.describe('1024 × 768', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('what is selected is in a drawer that the keyboard opens and closes', async ({ page }) => {
    await openPage(page);
    expect(await overflow(page)).toEqual({ right: 0, below: 0 });
    await expect(card(page, 'Entry')).toHaveCount(0);
    const opener = page.getByRole('button', { name: 'Selected entry and weight' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'Selected' });
    await expect(drawer).toBeFocused();
    await expect(card(page, 'Entry')).toBeVisible();
    await expectInside(page, drawer);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
});

/** 320 CSS px are also a page of 1280 px at 400 %. */
for (const width of [390, 360, 320])
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width === 320 ? 568 : 780 }, hasTouch: true });

    test(
      'nothing sticks out to the side, whatever is open',
      width === 360 ? RARELY : {},
      async ({ page }) => {
        await openPage(page);
        expect((await overflow(page)).right).toBe(0);
        await expect(allMatrices(page)).toHaveCount(6);
        for (const article of await page.getByRole('article').all()) {
          const box = (await article.boundingBox())!;
          expect(box.x + box.width).toBeLessThanOrEqual(width);
        }
        for (const tab of ['Data', 'Network', 'Loss', 'Training', 'Selected']) {
          await page.getByRole('tab', { name: tab }).tap();
          const panel = page.getByRole('tabpanel', { name: tab });
          await expect(panel).toBeVisible();
          const body = panel.locator('xpath=..');
          const right = await body.evaluate((element) => element.scrollWidth - element.clientWidth);
          expect(right, tab).toBe(0);
        }
        expect((await overflow(page)).right).toBe(0);
        await page.getByRole('button', { name: 'Fold the controls' }).tap();
        await expect(page.getByRole('tabpanel')).toHaveCount(0);
      },
    );

    test(
      'a tap keeps an entry, and the sheet reads it out',
      width === 390 ? {} : RARELY,
      async ({ page }) => {
        await openPage(page);
        await matrix(page, 'Exact').tap({ position: await cellOf(page, 'Exact', 20, 30) });
        await page.getByRole('tab', { name: 'Selected' }).tap();
        await expect(card(page, 'Entry')).toContainText('row 20, column 30');
        await expect(entryIn(page, 'Exact')).not.toHaveText('—');
      },
    );
  });

test.describe('with less motion asked for', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing moves by itself', async ({ page }) => {
    await openPage(page);
    await page.getByRole('button', { name: '+ Skip' }).click();
    const moving = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*'))
        .map((element) => getComputedStyle(element))
        .filter((style) => /[1-9]/.test(style.transitionDuration + style.animationDuration)),
    );
    expect(moving).toEqual([]);
  });
});
