/** What a person does on the notebook side of the page: pages of cells, read and edited. */
import { expect, type Locator, type Page } from '@playwright/test';
import { numberIn } from './steps.ts';

/** What stands in the line under the page's name: where the notebook comes from, and whether it is kept. */
export const originLine = (page: Page): Locator =>
  page.getByRole('status', { name: 'Where this notebook is kept' });

export const heading = (page: Page): Locator =>
  page.getByRole('article').first().getByRole('heading', { level: 1 });

/** Opens a page of the notebook side and waits until its texts are set. */
export async function openNotebook(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectDrawn(page);
}

/** The page has a name, and no text waits to be set any more. */
export async function expectDrawn(page: Page): Promise<void> {
  await expect(originLine(page)).not.toBeEmpty({ timeout: 20_000 });
  await expect(page.getByRole('article').locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
}

/** The cells of the notebook while it is edited, in order. */
export const cells = (page: Page): Locator => page.getByRole('region', { name: /^Cell \d+ of \d+: / });

export const cell = (page: Page, n: number): Locator =>
  page.getByRole('region', { name: new RegExp(`^Cell ${n} of \\d+: `) });

/** The kinds of all cells, in order. */
export const kinds = async (page: Page): Promise<string[]> =>
  cells(page).evaluateAll((all) =>
    all.map((one) => (one.getAttribute('aria-label') ?? '').replace(/^Cell \d+ of \d+: /, '')),
  );

export const edit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Done', exact: true }).first()).toBeVisible();
};

/** A figure of the page by its name, the n-th of that name. */
export const figure = (page: Page, name: string | RegExp, n = 0): Locator =>
  page.getByRole('figure', typeof name === 'string' ? { name, exact: true } : { name }).nth(n);

/** Brings a figure into sight, where it is computed. */
export async function see(place: Locator): Promise<Locator> {
  await place.scrollIntoViewIfNeeded();
  return place;
}

/** The gallery of matrices that stands n-th in the page, in sight and computed. */
export async function gallery(page: Page, n = 0): Promise<Locator> {
  // where figures are out of sight their places are there, the figures not
  const place = figure(page, 'Matrices', n);
  await expect(async () => {
    if ((await place.count()) === 0) await page.mouse.wheel(0, 500);
    await expect(place).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await see(place.getByText(/float64/));
  await expect(place.getByText(/ in .* · painted in .* · float64/)).toBeVisible();
  return place;
}

/** The share of a gallery's Residual, in percent. */
export async function residualShare(place: Locator): Promise<number> {
  const text = await place
    .getByRole('article', { name: 'Residual' })
    .getByRole('definition')
    .first()
    .innerText();
  return text.endsWith(' %') ? numberIn(text.slice(0, -2)) : NaN;
}

/** What the cards of a gallery say, times and places left out: they are this machine's. */
export const facts = (place: Locator): Promise<string[][]> =>
  place
    .getByRole('article')
    .evaluateAll((cards) =>
      cards.map((card) => [
        card.getAttribute('aria-label') ?? '',
        ...Array.from(card.querySelectorAll('dt, dd'), (one) =>
          one.textContent.replace(/<?[\d.,]+ m?s.*$/, ''),
        ),
      ]),
    );

/** The pixels of a place's matrices. */
export const pictures = (place: Locator): Promise<string[]> =>
  place
    .locator('canvas')
    .evaluateAll((canvases: HTMLCanvasElement[]) => canvases.map((canvas) => canvas.toDataURL()));

/** Presses Copy link, and looks into the clipboard. */
export async function copyLink(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Inserts a cell through the menu of a place, by its name there. */
export async function insertAt(page: Page, place: string, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true });
  // a figure above that has just been drawn may push the place and its menu out of the window
  await expect(async () => {
    if (!(await item.isVisible()))
      await page.getByRole('button', { name: place, exact: true }).click({ timeout: 5000 });
    await page.getByRole('button', { name: place, exact: true }).scrollIntoViewIfNeeded();
    await item.click({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

/** The field in which a text is written: plain at first, then the full editor in its place. */
export const field = (page: Page, label = 'Text'): Locator =>
  page.getByRole('article').getByRole('textbox', { name: label, exact: true });

/** Writes into the cell that is being written, and leaves it. */
export async function write(page: Page, text: string): Promise<void> {
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
}

/** Everything has been written to the store. */
export const expectSaved = (page: Page): Promise<void> =>
  expect(originLine(page)).toContainText(/ · saved$/, { timeout: 15_000 });
