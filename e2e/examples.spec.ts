/** The gallery: every example opens and shows what it promises. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { colours, openPage } from './steps.ts';

interface Example {
  readonly title: string;
  readonly question: string;
  readonly experiment: { readonly view?: { readonly matrices?: readonly string[] } };
}

/** The gallery's list as the page itself gets it. */
const listed = (page: Page): Promise<Example[]> =>
  page.evaluate(async () => {
    const read = async (file: string): Promise<unknown> => (await fetch(`./examples/${file}`)).json();
    const files = (await read('index.json')) as string[];
    return Promise.all(files.map((file) => read(file) as Promise<Example>));
  });

/** What a linear model has not: there the residual is zero, and blank. */
const isBlank = ({ title }: Example, label: string): boolean =>
  label === 'Residual' && title.startsWith('A linear model');

async function openExample(page: Page, { title, question }: Example): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click();
  const gallery = page.getByRole('dialog', { name: 'Examples' });
  await expect(gallery.getByRole('button', { name: question })).toBeVisible();
  await gallery.getByRole('button', { name: title }).click();
  await expect(gallery).toBeHidden();
}

test('every example of the gallery opens, is computed and painted', async ({ page }) => {
  await openPage(page);
  const examples = await listed(page);
  expect(examples.length).toBeGreaterThanOrEqual(8);
  for (const example of examples)
    await test.step(example.title, async () => {
      const before = await notebook.pictures(page);
      await openExample(page, example);
      await expect(notebook.titleField(page)).toHaveValue(example.title);
      const shown = example.experiment.view?.matrices?.length ?? 6;
      await expect(notebook.matrices(page).getByRole('article')).toHaveCount(shown);
      await notebook.expectRepainted(page, before);
      await notebook.expectComputed(page);
      for (const label of await notebook.shown(page))
        expect(await colours(notebook.matrix(page, label)), label).toBeGreaterThan(
          isBlank(example, label) ? 0 : 2,
        );
      await expect(page.getByText('Caution:')).toHaveCount(0);
    });
});

test('an opened example has no accessibility violations, nor has the gallery', RARELY, async ({ page }) => {
  await openPage(page);
  const [example] = await listed(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('button', { name: example.title })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await openExample(page, example);
  await notebook.expectComputed(page);
  await expectAccessible(page);
});
