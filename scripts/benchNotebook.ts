/**
 * `npm run bench:notebook`: opens a kept notebook of 40 cells on the built page, and prints, as JSON, the time from the
 * address to its texts set and its first matrices painted, and the longest tasks of the main thread while it, and every
 * built-in page, is scrolled to its end.
 */
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { quantile } from './bench/stopwatch.ts';
import { CELLS, keepNotebook } from './benchNotebook/fortyCells.ts';
import { open, type Opening } from './benchNotebook/openings.ts';
import { scroll, scrollPages } from './benchNotebook/scrolling.ts';
import { findBrowser } from './browser.ts';
import { serveBuiltPage } from './builtPage.ts';

const OPENINGS = 7;
const GOAL_MILLISECONDS = 1500;
const FAST_WHEEL_MILLISECONDS = 50;

const round = (value: number): number => Math.round(value * 10) / 10;

const served = await serveBuiltPage();
const browser = await chromium.launch(await findBrowser());
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const address = await keepNotebook(page, served.url);
  const openings: Opening[] = [];
  for (let n = 0; n < OPENINGS; n++) openings.push(await open(page, address));
  const at = (pick: keyof Opening, q: number): number =>
    round(
      quantile(
        openings.map((opening) => opening[pick]).sort((a, b) => a - b),
        q,
      ),
    );
  const result = {
    browser: browser.version(),
    cores: cpus().length,
    cells: CELLS,
    openings: OPENINGS,
    textsSetMilliseconds: { median: at('texts', 0.5), max: at('texts', 1) },
    figuresDrawnMilliseconds: { median: at('figures', 0.5), max: at('figures', 1) },
    goal: `figures drawn in at most ${GOAL_MILLISECONDS}`,
    reached: at('figures', 0.5) <= GOAL_MILLISECONDS,
    scrolling: {
      fortyCells: await scroll(page, FAST_WHEEL_MILLISECONDS),
      ...(await scrollPages(browser, served.url)),
    },
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
  await served.close();
}
