import type { Page } from '@playwright/test';
import { expect, expectAccessible, RARELY, test, themesAt } from './fixtures.ts';
import { card, cellOf, LAYER, matrix, openPage, type } from './steps.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const layer = (page: Page) => page.locator(LAYER);

/** On a narrow page the controls are under tabs, and what is in the header is in a menu. */
async function goTo(page: Page, tab: string): Promise<void> {
  const there = page.getByRole('tab', { name: tab });
  if (await there.isVisible()) await there.click();
}

async function openFromHeader(page: Page, name: string): Promise<void> {
  if (await button(page, name).isVisible()) return button(page, name).click();
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name }).click();
}

async function paste(page: Page, table: string): Promise<void> {
  await goTo(page, 'Data');
  await button(page, 'Paste your own…').click();
  await layer(page)
    .getByRole('textbox', { name: /^One row/ })
    .fill(table);
}

/** In the themes that are looked at for this width. */
async function expectAccessibleInThemes(page: Page, within?: string): Promise<void> {
  for (const colorScheme of themesAt(page.viewportSize()?.width ?? 0)) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectAccessible(page, within);
  }
}

type States = Readonly<Record<string, (page: Page) => Promise<void>>>;

const dialogs: States = {
  help: async (page) => {
    await openFromHeader(page, 'Help');
    await expect(layer(page).getByRole('heading', { name: 'Keys' })).toBeVisible();
  },
  examples: async (page) => {
    await openFromHeader(page, 'Examples');
    await expect(layer(page).getByRole('listitem').first()).toBeVisible();
  },
  'a large matrix': async (page) => {
    await button(page, 'Enlarge Exact').click();
    await expect(layer(page).locator('.nsewdrag').first()).toBeVisible();
  },
  'a table that is wrong': async (page) => {
    await paste(page, 'x,t\n1,2\n1,two');
    await expect(layer(page)).toContainText('a number is needed');
  },
  'a table that is right': async (page) => {
    await paste(page, 'a,b,t\n1,2,cat\n3,4,dog\n5,6,owl');
    await expect(layer(page).getByRole('table')).toBeVisible();
  },
  'the larger plot with a point': async (page) => {
    await goTo(page, 'Data');
    await button(page, 'Edit points in a larger plot').click();
    await layer(page).getByRole('listbox').press(']');
    await expect(layer(page).getByRole('group', { name: 'Selected point' })).toBeVisible();
    await layer(page).getByRole('button', { name: 'Next point' }).focus();
  },
};

const popovers: States = {
  'a menu': async (page) => {
    await button(page, /^(File|Menu)$/).click();
    await expect(page.getByRole('menuitem', { name: 'Start fresh' })).toBeVisible();
  },
  'the choice of matrices': async (page) => {
    await button(page, /^6 matrices/).click();
    await expect(page.getByRole('group', { name: 'Matrices on show' })).toBeVisible();
  },
  'skip connections': async (page) => {
    await goTo(page, 'Network');
    await button(page, '+ Skip').click();
    await expect(page.getByRole('checkbox', { name: 'input feeds output' })).toBeVisible();
  },
  'initial weights': async (page) => {
    await goTo(page, 'Network');
    await button(page, /^Seed 1/).click();
    await expect(layer(page).getByRole('button', { name: 'Initialise' })).toBeVisible();
  },
  'a layer': async (page) => {
    await goTo(page, 'Network');
    await button(page, /^hidden1: /).click();
    await type(page.getByRole('textbox', { name: 'Units' }), '10000');
    await expect(page.getByRole('alert')).toBeVisible();
    await layer(page).getByRole('combobox').focus();
  },
};

/** Things that are wrong or selected on the page itself. */
const places: States = {
  'an N that is refused': async (page) => {
    await goTo(page, 'Data');
    await type(page.getByRole('textbox', { name: 'N', exact: true }), '0');
    await expect(card(page, 'Data').getByRole('alert')).toBeVisible();
  },
  'a weight': async (page) => {
    await goTo(page, 'Network');
    await page.getByRole('listbox', { name: /^Weights/ }).press('Enter');
  },
  'a decay that is refused': async (page) => {
    await goTo(page, 'Loss');
    await type(page.getByRole('textbox', { name: 'decay α' }), '-1');
    await expect(card(page, 'Loss').getByRole('alert')).toBeVisible();
  },
  'training that diverged': async (page) => {
    await goTo(page, 'Training');
    await page.getByRole('combobox', { name: 'Method' }).selectOption('Gradient descent');
    await type(page.getByRole('textbox', { name: 'Learning rate' }), '100');
    await button(page, 'Train').click();
    await expect(page.getByText(/Training diverged/)).toBeVisible();
  },
  'an entry and a direction': async (page) => {
    await matrix(page, 'Exact').click({ position: await cellOf(page, 'Exact', 3, 40) });
    await goTo(page, 'Selected');
    await button(page, 'Show Hv').click();
    await expect(card(page, 'Direction v').getByRole('slider')).toBeVisible();
  },
};

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

for (const [name, viewport] of Object.entries(sizes))
  test.describe(name, () => {
    test.use({ viewport, reducedMotion: 'reduce' });

    test(
      'the page, and the page with everything wrong or selected, have no violations',
      name === 'wide' ? RARELY : {},
      async ({ page }) => {
        await openPage(page);
        await expectAccessibleInThemes(page);
        for (const [state, arrive] of Object.entries(places))
          await test.step(state, async () => {
            await arrive(page);
            if (name === 'narrow') await expectAccessibleInThemes(page, 'aside');
          });
        await expectAccessibleInThemes(page);
      },
    );

    for (const [kind, states] of Object.entries({ dialogs, popovers }))
      test(
        `${kind} have no violations`,
        (kind === 'dialogs') === (name === 'wide') ? {} : RARELY,
        async ({ page }) => {
          await openPage(page);
          for (const [state, arrive] of Object.entries(states))
            await test.step(state, async () => {
              await arrive(page);
              await expectAccessibleInThemes(page, LAYER);
              await page.keyboard.press('Escape');
              await expect(layer(page)).toHaveCount(0);
            });
        },
      );
  });
