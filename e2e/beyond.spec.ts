import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import { copyLink, figure, openNotebook, see } from './pages.ts';
import { clipboard } from './notebook.ts';
import { numberIn } from './steps.ts';

test.use(clipboard);

const NETWORK = 'Recurrent network';
const MACHINE = 'Boltzmann machine';

async function study(page: Page, name: string): Promise<Locator> {
  const place = await see(figure(page, name));
  await expect(place.getByRole('grid', { name: 'Weights' })).toBeVisible({ timeout: 20_000 });
  return place;
}

test('a weight set by keyboard ends the settling of a recurrent network, and is in the link', async ({
  page,
  stranger,
}) => {
  await openNotebook(page, '#page/recurrent');
  const place = await study(page, NETWORK);
  await expect(place.getByText('All patterns settle, the slowest in 109 steps.')).toBeVisible();
  const weight = (from: number, to: number) =>
    place.getByRole('gridcell', { name: new RegExp(`^from ${from} to ${to}: `) });
  await weight(1, 2).press('ArrowDown');
  await expect(weight(2, 2)).toBeFocused();
  await expect(weight(2, 2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(weight(1, 1)).toBeFocused();
  const field = place.getByRole('textbox', { name: 'w₁₁' });
  await field.fill('-4');
  await field.press('Enter');
  await expect(place.getByText(/^Note: Pattern 1 does not settle/)).toBeVisible();
  await place.getByRole('radio', { name: 'R{z}' }).check();
  await expect(place.getByText(/R\{z\} is defined at an equilibrium/)).toBeVisible();
  await openNotebook(stranger, await copyLink(page));
  const theirs = await study(stranger, NETWORK);
  await expect(theirs.getByRole('gridcell', { name: 'from 1 to 1: −4, set by hand' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(theirs.getByText(/^Note: Pattern 1 does not settle/)).toBeVisible();
});

test('more states bring a sampled Hv nearer', async ({ page }) => {
  await openNotebook(page, '#page/boltzmann');
  const place = await study(page, MACHINE);
  const error = async (): Promise<number> =>
    numberIn(await place.getByRole('row', { name: /^‖Hv‖/ }).getByRole('cell').nth(2).innerText());
  await expect.poll(error).toBeGreaterThan(0.1);
  await place.getByRole('slider', { name: 'States drawn' }).press('End');
  await expect.poll(error).toBeLessThan(0.05);
});

for (const { id, name, width } of [
  { id: 'recurrent', name: NETWORK, width: 1440 },
  { id: 'boltzmann', name: MACHINE, width: 390 },
]) {
  for (const theme of themesAt(width)) {
    test(
      `${name}: accessible in ${theme} at ${width}`,
      id === 'boltzmann' ? RARELY : {},
      async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width, height: 900 });
        await openNotebook(page, `#page/${id}`);
        await study(page, name);
        await expectAccessible(page);
      },
    );
  }
}
