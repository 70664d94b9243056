import { expect, test } from './fixtures.ts';
import * as notebook from './notebook.ts';

test.use({ serviceWorkers: 'allow' });

test('after the first visit the page opens, computes and keeps one’s work without a network', async ({
  page,
  context,
}) => {
  await notebook.workOn(page, 'My own work');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Hessian Notebook' })).toBeVisible();
  await expect(notebook.titleField(page)).toHaveValue('My own work');
  await notebook.expectComputed(page);

  await page.getByRole('button', { name: 'Enlarge Exact' }).click();
  await expect(page.getByRole('dialog', { name: 'Exact' }).getByText('hidden2').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await notebook.openExample(page, -1);
  await expect(notebook.titleField(page)).not.toHaveValue('My own work');
  await notebook.expectComputed(page);
});
