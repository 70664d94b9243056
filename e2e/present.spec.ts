import type { Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import { colours, newPicture, picture } from './steps.ts';

const slide = (page: Page) => page.getByRole('status', { name: 'Slide', exact: true });

const title = (page: Page) => page.getByRole('heading', { name: 'Outer product approximation', level: 1 });

async function openPage(page: Page): Promise<void> {
  await page.goto('./#page/outer-product');
  await expect(title(page)).toBeVisible();
}

async function present(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(slide(page)).toContainText('Slide ');
}

test('the keyboard goes through the slides of a page and leaves them where it began', async ({ page }) => {
  await openPage(page);
  const heading = page.getByRole('heading', { name: 'Small in norm is not small everywhere' });
  await heading.scrollIntoViewIfNeeded();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => window.scrollBy(0, -120));
  await expect(page.locator('svg[data-figure]').first()).toBeVisible();
  const before = await heading.boundingBox();

  const button = page.getByRole('button', { name: 'Present', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const started = await slide(page).innerText();
  expect(started).toMatch(/^Slide [23] of 5/);
  await expect(page.getByRole('banner')).toBeHidden();

  await page.keyboard.press('Home');
  await expect(slide(page)).toHaveText('Slide 1 of 5: Outer product approximation');
  await expect(title(page)).toBeVisible();
  await expect(heading).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await expect(slide(page)).toContainText('Slide 1 of');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(slide(page)).toHaveText('Slide 3 of 5: Small in norm is not small everywhere');
  await expect(title(page)).toBeHidden();
  await expect(heading).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(slide(page)).toContainText('Slide 2 of');
  await page.keyboard.press('End');
  await expect(slide(page)).toContainText('Slide 5 of');
  await page.keyboard.press('ArrowRight');
  await expect(slide(page)).toContainText('Slide 5 of');

  await page.keyboard.press('Escape');
  await expect(slide(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect
    .poll(async () => Math.abs(((await heading.boundingBox())?.y ?? NaN) - (before?.y ?? NaN)))
    .toBeLessThan(3);
});

test('a slide longer than the window is read to its end before the next comes', async ({ page }) => {
  await openPage(page);
  await present(page);
  await expect(page.getByRole('article', { name: 'Residual', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(slide(page)).toContainText('Slide 1 of');
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  await page.keyboard.press('PageUp');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('PageDown');
    if ((await slide(page).innerText()).startsWith('Slide 2')) break;
  }
  await expect(slide(page)).toContainText('Slide 2 of');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('figures live on slides, keep their own keys, and what was changed stays', async ({ page }) => {
  await openPage(page);
  await present(page);
  await expect
    .poll(() => colours(page.getByRole('button', { name: /^Exact, 10 × 10: walk/ })))
    .toBeGreaterThan(1);
  const before = await picture(page, 'Exact');
  const noise = page.getByRole('slider', { name: 'Noise' });
  const value = await noise.inputValue();
  await noise.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slide(page)).toContainText('Slide 1 of');
  const moved = await noise.inputValue();
  expect(moved).not.toBe(value);
  const after = await newPicture(page, 'Exact', before);
  await noise.blur();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(slide(page)).toContainText('Slide 3 of');
  await expect(page.getByRole('figure', { name: 'Spectrum' }).locator('svg[data-figure]')).toBeVisible();
  await expect(noise).toBeHidden();
  await page.keyboard.press('Home');
  await expect(noise).toHaveValue(moved);
  await expect.poll(() => picture(page, 'Exact')).toBe(after);
  await page.keyboard.press('Control+z');
  await expect(noise).toHaveValue(value);
});

test(
  'the controls fade while the pointer rests, and the keyboard still reaches them',
  RARELY,
  async ({ page }) => {
    await openPage(page);
    await present(page);
    const next = page.getByRole('button', { name: 'Next slide (→)' });
    const opacity = () =>
      next.evaluate((element) => getComputedStyle(element.parentElement ?? element).opacity);
    await page.mouse.move(400, 300);
    await expect.poll(opacity).toBe('0');
    await next.focus();
    await expect.poll(opacity).toBe('1');
    await page.keyboard.press('Enter');
    await expect(slide(page)).toContainText('Slide 2 of');
    await page.getByRole('button', { name: 'Leave the slides (Esc)' }).click();
    await expect(slide(page)).toHaveCount(0);
  },
);

for (const colorScheme of ['light', 'dark'] as const)
  test(`slides are accessible, ${colorScheme}`, colorScheme === 'light' ? RARELY : {}, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openPage(page);
    await present(page);
    await expect(page.getByRole('article', { name: 'Residual', exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('End');
    await expectAccessible(page);
  });
