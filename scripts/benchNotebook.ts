/**
 * `npm run bench:notebook`: opens a kept notebook of 40 cells (ten experiments, ten galleries, twenty texts) on the built
 * page, and prints, as JSON, the time from the address to its texts set and its first matrices painted, and the longest
 * tasks of the main thread while it is scrolled to its end.
 */
import { cpus } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { quantile } from './bench/stopwatch.ts';
import { liveExperiments } from './benchLive/experiments.ts';
import { findBrowser } from './browser.ts';
import { serveBuiltPage } from './builtPage.ts';

const CELLS = 40;
const OPENINGS = 7;
const GOAL_MILLISECONDS = 1500;
const LONG_TASK_MILLISECONDS = 50;
const WHEEL_PIXELS = 250;
const WHEEL_MILLISECONDS = 50;

/** The live benchmark's smallest experiment, ten times. */
function fortyCells(): object {
  const [{ document: experiment }] = liveExperiments;
  const cells = Array.from({ length: CELLS }, (_, at) => {
    const id = `c${at}`;
    if (at % 4 === 0) return { id, kind: 'experiment', experiment, panels: ['data', 'network', 'training'] };
    if (at % 4 === 1) return { id, kind: 'matrices' };
    return { id, kind: 'text', text: `## Text ${at}\n\nWith $x_{${at}}$ and\n\n$$\nH_{ij}=\\sum_n g_n\n$$` };
  });
  return { version: 1, title: 'Forty cells', cells };
}

/** Opens the notebook as a person does; it is kept from then on. @returns its address */
async function keepNotebook(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open file' }).click();
  const buffer = Buffer.from(JSON.stringify(fortyCells()));
  await (await chooser).setFiles({ name: 'forty.hessian.json', mimeType: 'application/json', buffer });
  await page.waitForURL(/#notebook\/[0-9a-f]+$/);
  await page.locator('article canvas').first().waitFor();
  return page.url();
}

/** Milliseconds from the beginning of the navigation, on the page's own clock. */
async function open(page: Page, address: string): Promise<{ texts: number; figures: number }> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  const since = (selector: string): Promise<number> =>
    page
      .waitForFunction(
        (wanted) => (document.querySelector(wanted) === null ? false : performance.now()),
        selector,
        { polling: 'raf' },
      )
      .then((handle) => handle.jsonValue() as Promise<number>);
  const [texts, figures] = await Promise.all([
    since(`#cell-c2 .katex-display`),
    since('#cell-c1 button canvas'),
  ]);
  return { texts, figures };
}

/** Scrolls to the end by the wheel. @returns the long tasks met on the way */
async function scroll(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await page.mouse.move(720, 450);
  const isAtEnd = (): Promise<boolean> =>
    page.evaluate(() => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2);
  while (!(await isAtEnd())) {
    await page.mouse.wheel(0, WHEEL_PIXELS);
    await page.waitForTimeout(WHEEL_MILLISECONDS);
  }
  return page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
}

const round = (value: number): number => Math.round(value * 10) / 10;

const served = await serveBuiltPage();
const browser = await chromium.launch(await findBrowser());
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const address = await keepNotebook(page, served.url);
  const openings: { readonly texts: number; readonly figures: number }[] = [];
  for (let n = 0; n < OPENINGS; n++) openings.push(await open(page, address));
  const at = (pick: 'texts' | 'figures', q: number): number =>
    round(
      quantile(
        openings.map((opening) => opening[pick]).sort((a, b) => a - b),
        q,
      ),
    );
  const tasks = await scroll(page);
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
      tasksOver50Milliseconds: tasks.filter((duration) => duration > LONG_TASK_MILLISECONDS).length,
      longestTaskMilliseconds: tasks.length === 0 ? null : round(Math.max(...tasks)),
    },
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
  await served.close();
}
