/** A shared experiment stands beside one's own work, and takes its place only when asked to. */
import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';

test.use(notebook.clipboard);

const banner = (page: Page) => page.getByRole('complementary', { name: 'Shared experiment' });

test('one who has no work of one’s own just sees the shared experiment', async ({ page, stranger }) => {
  await notebook.workOn(stranger, 'From the teacher');
  await page.goto(await notebook.copyLink(stranger));
  await expect(notebook.titleField(page)).toHaveValue('From the teacher');
  await expect(banner(page)).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');
});

test('a shared experiment stands beside my work, and both outlive a reload', async ({ page, stranger }) => {
  await notebook.workOn(page, 'My own work');
  await notebook.workOn(stranger, 'From the teacher');
  const tab = await notebook.follow(page, await notebook.copyLink(stranger));
  await expect(banner(tab)).toBeVisible();
  await expect(notebook.titleField(tab)).toHaveValue('From the teacher');

  await notebook.retitle(tab, 'My answer to the teacher');
  await notebook.trainFor(tab, 2);
  const changed = await notebook.fragment(tab);
  await tab.reload();
  await expect(banner(tab)).toBeVisible();
  expect(await notebook.fragment(tab)).toBe(changed);

  await tab.getByRole('button', { name: 'Return to my work' }).click();
  await expect(notebook.titleField(tab)).toHaveValue('My own work');
  await expect(banner(tab)).toBeHidden();
  await tab.reload();
  await expect(notebook.titleField(tab)).toHaveValue('My own work');
});

test(
  'a shared experiment can replace my work, and my work can be brought back',
  RARELY,
  async ({ page, stranger }) => {
    await notebook.workOn(page, 'My own work');
    await notebook.workOn(stranger, 'From the teacher');
    const tab = await notebook.follow(page, await notebook.copyLink(stranger));
    await tab.getByRole('button', { name: 'Replace my work with this' }).click();
    await expect(banner(tab)).toBeHidden();
    await tab.reload();
    await expect(notebook.titleField(tab)).toHaveValue('From the teacher');

    const again = await notebook.follow(tab, await notebook.copyLink(page));
    await again.getByRole('button', { name: 'Replace my work with this' }).click();
    await notebook.notices(again).getByRole('button', { name: 'Bring the old one back' }).click();
    await expect(notebook.titleField(again)).toHaveValue('From the teacher');
  },
);

test(
  'a link pasted over the address of the open page opens beside my work',
  RARELY,
  async ({ page, stranger }) => {
    await notebook.workOn(page, 'My own work');
    await notebook.workOn(stranger, 'From the teacher');
    const shared = await notebook.fragment(stranger);
    await page.evaluate((hash) => location.assign(hash), shared);
    await expect(banner(page)).toBeVisible();
    await expect(notebook.titleField(page)).toHaveValue('From the teacher');

    await page.evaluate((hash) => location.assign(hash), shared.slice(0, -1));
    await expect(notebook.refusal(page)).toBeVisible();
    await page.getByRole('button', { name: 'Open my saved work' }).click();
    await expect(notebook.titleField(page)).toHaveValue('My own work');
  },
);

test('opening the same link again offers the changes made before', async ({ page, stranger }) => {
  await notebook.workOn(page, 'My own work');
  await notebook.workOn(stranger, 'From the teacher');
  const link = await notebook.copyLink(stranger);
  const first = await notebook.follow(page, link);
  await notebook.retitle(first, 'My answer to the teacher');
  await expect(first.getByText('saved', { exact: true })).toBeVisible();

  const second = await notebook.follow(page, link);
  await expect(notebook.titleField(second)).toHaveValue('From the teacher');
  await notebook.notices(second).getByRole('button', { name: 'Open my changes' }).click();
  await expect(notebook.titleField(second)).toHaveValue('My answer to the teacher');
});
