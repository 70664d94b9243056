import type { Page } from '@playwright/test';

const FRAME_MILLISECONDS = 1000 / 60;
/** The drag runs to and fro over this many pixels either side of where it began. */
const REACH = 48;
const STEP = 4;

/** Drags the edge in the middle of the drawing to and fro, one move a frame; returns the number of moves. */
export async function drag(page: Page, milliseconds: number): Promise<number> {
  const network = page
    .getByRole('listbox', { name: /weights/i })
    .locator('svg')
    .first();
  await network.scrollIntoViewIfNeeded();
  const drawing = await network.boundingBox();
  if (drawing === null) throw new Error('the network is not on the page');
  const x = drawing.x + drawing.width / 2;
  const y = drawing.y + drawing.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  let moves = 0;
  let offset = 0;
  let direction = STEP;
  const end = performance.now() + milliseconds;
  for (let next = performance.now(); next < end; next += FRAME_MILLISECONDS) {
    if (Math.abs(offset + direction) > REACH) direction = -direction;
    offset += direction;
    await page.mouse.move(x + offset, y);
    moves += 1;
    await page.waitForTimeout(Math.max(0, next + FRAME_MILLISECONDS - performance.now()));
  }
  await page.mouse.up();
  return moves;
}
