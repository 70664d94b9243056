/**
 * `npm run bench:live`: drags a weight on the built page for five seconds each with W = 151, 403 and 931
 * and prints, as JSON, the time from a pointer move to all six matrices painted, and the longest tasks of
 * the main thread. `-- 403` for one of them.
 */
import { cpus } from 'node:os';
import { type Browser, chromium, type Page } from '@playwright/test';
import { quantile } from './bench/stopwatch.ts';
import { drag } from './benchLive/drag.ts';
import { type LiveExperiment, liveExperiments } from './benchLive/experiments.ts';
import { findBrowser } from './browser.ts';
import { serveBuiltPage } from './builtPage.ts';

const DRAG_MILLISECONDS = 5000;
const WARM_UP_MILLISECONDS = 1500;
const SETTLE_MILLISECONDS = 500;
/** app/compute/liveMeasure.ts: from the event's own time to the last canvas. */
const MEASURE = 'matrices painted';
const LONG_TASK_MILLISECONDS = 50;

/** Opens the experiment as a person does: File, Open file. */
async function openExperiment(page: Page, { document }: LiveExperiment): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open file' }).click();
  const file = {
    name: 'bench.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document)),
  };
  await (await chooser).setFiles(file);
  await page.getByText('Opened bench.json').waitFor();
}

interface Timings {
  readonly painted: readonly number[];
  readonly longTasks: readonly number[];
}

/** Begins anew: what was measured while warming up does not count. */
const startMeasuring = (page: Page): Promise<void> =>
  page.evaluate((name) => {
    performance.clearMeasures(name);
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  }, MEASURE);

const readTimings = (page: Page): Promise<Timings> =>
  page.evaluate(
    (name) => ({
      painted: performance.getEntriesByName(name).map(({ duration }) => duration),
      longTasks: (globalThis as unknown as { longTasks: number[] }).longTasks,
    }),
    MEASURE,
  );

const round = (value: number): number => Math.round(value * 10) / 10;

/** One experiment on a fresh page. */
async function measure(browser: Browser, url: string, experiment: LiveExperiment) {
  const { network, W, goalMilliseconds, document } = experiment;
  process.stderr.write(`${network}\n`);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  await page.goto(url);
  await openExperiment(page, experiment);
  await drag(page, WARM_UP_MILLISECONDS);
  await startMeasuring(page);
  const pointerMoves = await drag(page, DRAG_MILLISECONDS);
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  const { painted, longTasks } = await readTimings(page);
  await context.close();
  const sorted = [...painted].sort((a, b) => a - b);
  const at = (q: number): number => round(quantile(sorted, q));
  return {
    network,
    W,
    N: 'inputs' in document.data ? document.data.inputs.length : document.data.count,
    matrices: document.view.matrices.length,
    pointerMoves,
    paints: painted.length,
    pointerToPaintedMilliseconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
    goal: `p95 at most ${goalMilliseconds}`,
    reached: at(0.95) <= goalMilliseconds,
    tasksOver50Milliseconds: longTasks.filter((duration) => duration > LONG_TASK_MILLISECONDS).length,
    longestTaskMilliseconds: longTasks.length === 0 ? null : round(Math.max(...longTasks)),
    consoleErrors,
  };
}

const asked = process.argv.slice(2).map(Number);
const unknown = asked.find((W) => !liveExperiments.some((experiment) => experiment.W === W));
if (unknown !== undefined) throw new Error(`no experiment with this W: ${unknown}`);
const wanted = liveExperiments.filter(({ W }) => asked.length === 0 || asked.includes(W));

const served = await serveBuiltPage();
const browser = await chromium.launch(await findBrowser());
try {
  const experiments = [];
  for (const experiment of wanted) experiments.push(await measure(browser, served.url, experiment));
  const result = { browser: browser.version(), cores: cpus().length, experiments };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
  await served.close();
}
