/** Longer things that a person does with the whole explorer. */
import { expect, type Locator, type Page } from '@playwright/test';
import { card, numberIn, openPage, shownNumber, type } from './steps.ts';

export const matrices = (page: Page): Locator => page.getByRole('region', { name: 'Matrices' });

/** One matrix of the gallery. */
export const matrix = (page: Page, label: string): Locator =>
  matrices(page).getByRole('article', { name: label, exact: true });

/** The names of the matrices on show. */
export const shown = (page: Page): Promise<string[]> =>
  matrices(page).getByRole('article').getByRole('heading').allInnerTexts();

export const titleField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Title of the experiment' });

export const retitle = (page: Page, title: string): Promise<void> => type(titleField(page), title);

export const notices = (page: Page): Locator => page.getByRole('status', { name: 'Notices' });

/** The page has opened, and the matrices on show are those of the document on screen. */
export async function expectComputed(page: Page): Promise<void> {
  await expect(matrices(page).getByText('float64')).toBeVisible();
}

/** The pixels of every matrix on show, in order. */
export const pictures = (page: Page): Promise<string[]> =>
  matrices(page)
    .locator('canvas')
    .evaluateAll((canvases: HTMLCanvasElement[]) => canvases.map((canvas) => canvas.toDataURL()));

/** No matrix on show looks as it did before. */
export async function expectRepainted(
  page: Page,
  before: readonly string[],
  options: { readonly timeout?: number } = {},
): Promise<void> {
  const unchanged = async (): Promise<number> =>
    (await pictures(page)).filter((picture, at) => picture === before[at]).length;
  await expect.poll(unchanged, { message: 'matrices that look as before', ...options }).toBe(0);
}

/** Shows or hides matrices in the list of those there are. */
export async function toggleMatrix(page: Page, ...labels: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /^\d+ matri(x|ces)/ }).click();
  const choice = page.getByRole('group', { name: 'Matrices on show' });
  for (const label of labels) await choice.getByRole('checkbox', { name: label, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
}

/** Opens the n-th experiment of the gallery; −1 is the last. */
export async function openExample(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click();
  const examples = page.getByRole('dialog', { name: 'Examples' }).getByRole('listitem');
  await examples.nth(n).getByRole('button').click();
}

/** Opens the settings of a layer, lets `change` work in them, and closes them. */
export async function inLayerSettings(
  page: Page,
  layer: string,
  change: (settings: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${layer}: `) }).click();
  const settings = page.getByRole('dialog', { name: new RegExp(`^${layer}: `) });
  await change(settings);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
}

export const setUnits = (page: Page, layer: string, units: number): Promise<void> =>
  inLayerSettings(page, layer, (settings) =>
    type(settings.getByRole('textbox', { name: 'Units' }), String(units)),
  );

/** What the card of a matrix says of its error against the exact Hessian, in percent. */
export async function errorOf(page: Page, label: string): Promise<number> {
  const text = await matrix(page, label).getByRole('definition').first().innerText();
  return text.endsWith(' %') ? numberIn(text.slice(0, -2)) : NaN;
}

/** The error E as the training card shows it. */
export const errorE = (page: Page): Promise<number> =>
  shownNumber(card(page, 'Training').getByText(/^E /).getByRole('strong'));

/** How many steps the training has taken. */
export async function stepsTaken(page: Page): Promise<number> {
  const text = await page.getByText(/ · step \d+$/).innerText();
  return Number(/\d+$/.exec(text)?.[0]);
}

/** Pauses training, unless it has come to its end by itself. */
export async function pause(within: Page | Locator): Promise<void> {
  const train = within.getByRole('button', { name: 'Train', exact: true });
  await expect(async () => {
    if (!(await train.isVisible()))
      await within.getByRole('button', { name: 'Pause', exact: true }).click({ timeout: 2000 });
    await expect(train).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Trains until some steps are taken, then pauses. */
export async function trainFor(page: Page, steps: number): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => stepsTaken(page), 'steps').toBeGreaterThanOrEqual(steps);
  await pause(page);
}

export const drawing = (page: Page): Locator => page.getByRole('listbox', { name: /^Weights and biases/ });

/** The place a quarter along the line of weight n in the network drawing, away from units and most crossings. */
async function placeOnLine(page: Page, n: number): Promise<{ x: number; y: number }> {
  return drawing(page)
    .locator(`path[data-weight="${n}"]`)
    .evaluate((line: SVGPathElement) => {
      const { x, y } = line
        .getPointAtLength(line.getTotalLength() / 4)
        .matrixTransform(line.getScreenCTM() ?? undefined);
      return { x, y };
    });
}

export async function clickWeight(page: Page, n: number): Promise<void> {
  const { x, y } = await placeOnLine(page, n);
  await page.mouse.click(x, y);
  await expect(page.getByRole('region', { name: 'Weight' })).toBeVisible();
}

/** Takes the line of weight n in the network drawing and drags it some pixels to the right. */
export async function dragWeight(page: Page, n: number, right: number): Promise<void> {
  const { x, y } = await placeOnLine(page, n);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y, { steps: 12 });
  await page.mouse.up();
}

/** Presses Copy link and looks into the clipboard. Needs the permission to read it. */
export async function copyLink(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Copy link' }).click();
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read, 'clipboard').toContain('#v');
  return read();
}

/** The whole experiment with all its weights as text: what the link has after the page's address. */
export const fragment = async (page: Page): Promise<string> => new URL(await copyLink(page)).hash;

export const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Names what is on screen as the person's own, and waits until it is kept. */
export async function workOn(page: Page, title: string): Promise<void> {
  await openPage(page);
  await retitle(page, title);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
}

/** Another tab of the same person, as after a click on a link in a letter. */
export async function follow(page: Page, link: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(link);
  return tab;
}

/** The heading of the page that a bad link gets. */
export const refusal = (page: Page) => page.getByRole('heading', { name: 'This link can’t be opened' });
