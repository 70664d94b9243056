/** What a person does on the page and reads from it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the page and waits until every matrix on show is computed and painted. */
export async function openPage(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(/ in .* · painted in .* · float64/)).toBeVisible();
}

/** A card or column of the page by its heading. */
export const card = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true });

/** The picture of a matrix: a button in which the arrow keys walk. */
export const matrix = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${label}, \\d+ × \\d+: walk`) });

/** What opens above the page; its tips are not meant. */
export const LAYER = 'dialog[open], [data-radix-popper-content-wrapper]:not(:has([role="tooltip"]))';

/** All matrices on show. */
export const allMatrices = (page: Page): Locator => page.getByRole('button', { name: /, \d+ × \d+: walk/ });

/** What a matrix looks like, to compare with what it looks like later. */
export const picture = (page: Page, label: string): Promise<string> =>
  matrix(page, label)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** How many colours a matrix is painted in: one when it is blank. */
export const colours = (picture: Locator): Promise<number> =>
  picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(pixels === undefined ? [] : new Uint32Array(pixels.buffer)).size;
  });

/** Waits for a matrix to look different from `before`. @returns how it looks then. */
export async function newPicture(page: Page, label: string, before: string): Promise<string> {
  await expect.poll(() => picture(page, label), `${label} is painted anew`).not.toBe(before);
  return picture(page, label);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number that a text such as `−1.2×10⁻⁵` shows. */
export function numberIn(text: string): number {
  const [mantissa = '', power = ''] = text.trim().split('×10');
  const exponent = Array.from(power, (digit) =>
    digit === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(digit)),
  ).join('');
  return Number(`${mantissa.replace('−', '-')}e${exponent === '' ? '0' : exponent}`);
}

/** Keeps an entry, counted from 1, by a click on its cell. */
export async function clickEntry(page: Page, label: string, row: number, column: number): Promise<void> {
  const place = await cellOf(page, label, row, column);
  await matrix(page, label).click({ position: place });
  await expect(card(page, 'Entry')).toContainText(`row ${row}, column ${column}`);
}

/** The middle of a cell, counted from 1, inside a matrix's picture. */
export async function cellOf(
  page: Page,
  label: string,
  row: number,
  column: number,
): Promise<{ readonly x: number; readonly y: number }> {
  const name = (await matrix(page, label).getAttribute('aria-label')) ?? '';
  const W = Number(/(\d+) × /.exec(name)?.[1]);
  const side = await matrix(page, label).evaluate((element) => element.getBoundingClientRect().width);
  return { x: ((column - 0.5) / W) * side, y: ((row - 0.5) / W) * side };
}

/** The inspector's cell with the value of the entry in one matrix. */
export const entryIn = (page: Page, label: string): Locator =>
  card(page, 'Entry')
    .getByRole('row', { name: new RegExp(`^${label} `) })
    .getByRole('cell')
    .first();

/** The number in a place of the page. */
export const shownNumber = async (place: Locator): Promise<number> => numberIn(await place.innerText());

/** Types a value into a field and accepts it with Enter. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** W of a chain of dense layers with biases: `2-6-5-1` has 3·6 + 7·5 + 6·1. */
export const weightsOf = (shape: readonly number[]): number =>
  shape.slice(1).reduce((W, units, layer) => W + ((shape[layer] ?? NaN) + 1) * units, 0);

/** Waits until the page shows a network of this shape everywhere: title, count of weights, matrices. */
export async function expectShape(page: Page, shape: readonly number[], skips = 0): Promise<void> {
  const W = weightsOf(shape) + skips;
  await expect(page.getByText(`${shape.join('-')} · step`)).toBeVisible();
  await expect(page.getByText(`W = ${W}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `, ${W} × ${W}: walk` })).toHaveCount(
    await allMatrices(page).count(),
  );
}
