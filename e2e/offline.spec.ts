import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

test('after the first visit the page opens without a network', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hessian Notebook' })).toBeVisible();
});
