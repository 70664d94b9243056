import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import { clipboard } from './notebook.ts';
import { copyLink, figure, openNotebook } from './pages.ts';

test.use(clipboard);

test('error bars, and α and β that rest; what is chosen by keys is in the link', async ({
  page,
  stranger,
}) => {
  await openNotebook(page, '#page/laplace');
  const study = figure(page, 'Error bars and evidence');
  await expect(async () => {
    if ((await study.count()) === 0) await page.mouse.wheel(0, 400);
    await expect(study).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const rows = study.getByRole('region', { name: 'The matrices compared' }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await study.getByRole('button', { name: 'Re-estimate α and β' }).press('Enter');
  await expect(study.getByRole('button', { name: 'Use this α and β' })).toBeVisible();
  await expect(study.getByRole('region', { name: 'Rounds of re-estimation' }).getByRole('row')).toHaveCount(
    4,
  );
  // the numbers of the page
  await expect(rows.filter({ hasText: 'Gauss–Newton' })).toContainText('2.64');

  await study.getByRole('radio', { name: 'At the minimum' }).press('ArrowRight');
  await study.getByRole('combobox', { name: 'Matrix' }).selectOption('Exact');
  await expect(study.getByText(/^Note: No posterior with Exact/)).toBeVisible();
  await expect(study.getByText(/not at a minimum/)).toBeVisible();
  const link = await copyLink(page);
  await stranger.goto(link);
  const copy = figure(stranger, 'Error bars and evidence');
  await expect(async () => {
    if ((await copy.count()) === 0) await stranger.mouse.wheel(0, 400);
    await expect(copy).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(copy.getByRole('combobox', { name: 'Matrix' })).toHaveValue('exact');
  await expect(copy.getByRole('radio', { name: 'As they are' })).toBeChecked();
});

for (const [width, theme] of [
  [1440, 'light'],
  [390, 'dark'],
] as const) {
  test(`accessible at ${width}, ${theme}`, theme === 'dark' ? RARELY : {}, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openNotebook(page, '#page/laplace');
    const study = figure(page, 'Error bars and evidence');
    await expect(async () => {
      if ((await study.count()) === 0) await page.mouse.wheel(0, 400);
      await expect(study.getByRole('region', { name: 'The matrices compared' })).toBeVisible({
        timeout: 500,
      });
    }).toPass({ timeout: 30_000 });
    await expectAccessible(page, 'figure[aria-label="Error bars and evidence"]');
  });
}
