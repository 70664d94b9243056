import { expect, expectAccessible, RARELY, test } from './fixtures.ts';

test('the page opens with its title and shows the explorer', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Hessian Notebook/);
  await expect(page.getByRole('main')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the page has no accessibility violations', RARELY, async ({ page }) => {
      await page.goto('./');
      await expect(page.getByRole('main')).toBeVisible();
      await expectAccessible(page);
    });
  });
}
