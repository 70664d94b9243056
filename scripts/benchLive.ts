/**
 * `npm run bench:live`: drags a weight on the built page for five seconds and prints, as JSON, the time from a
 * pointer move to all matrices painted, and the longest tasks of the main thread. N = 200, six matrices, a
 * 2-10-10-1 network (W = 151).
 */
import { cpus } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { type Experiment, VERSION } from '../engine/experiment/document.ts';
import { findBrowser } from './browser.ts';
import { serveBuiltPage } from './builtPage.ts';

const DRAG_MILLISECONDS = 5000;
const WARM_UP_MILLISECONDS = 1500;
const FRAME_MILLISECONDS = 1000 / 60;
/** The drag runs to and fro over this many pixels either side of where it began. */
const REACH = 48;
const STEP = 4;
/** app/compute/liveMeasure.ts: from the event's own time to the last canvas. */
const MEASURE = 'matrices painted';
const LONG_TASK_MILLISECONDS = 50;

type Part = 'version' | 'network' | 'loss' | 'weightDecay' | 'data' | 'view';

const dense = (name: string, units: number, from: string) => ({
  name,
  kind: 'dense' as const,
  units,
  activation: 'tanh' as const,
  from: [from],
});

const experiment: Pick<Experiment, Part> & { readonly parameters: Experiment['initialisation'] } = {
  version: VERSION,
  network: {
    input: [2],
    layers: [
      dense('hidden1', 10, 'input'),
      dense('hidden2', 10, 'hidden1'),
      { ...dense('output', 1, 'hidden2'), activation: 'logistic' },
    ],
  },
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  weightDecay: 0.01,
  data: { set: 'moons', count: 200, noise: 0.16, seed: 3 },
  parameters: { seed: 1, scale: 1 },
  view: {
    matrices: ['exact', 'diagonal', 'outer-product', 'gauss-newton', 'residual', 'empirical-fisher'],
    scale: 'shared',
    transfer: 'symlog',
  },
};

/** Opens the experiment as a person does: File, Open file. */
async function openExperiment(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open file' }).click();
  const file = {
    name: 'bench.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(experiment)),
  };
  await (await chooser).setFiles(file);
  await page.getByText('Opened bench.json').waitFor();
}

/** Drags the edge in the middle of the drawing to and fro, one move a frame. */
async function drag(page: Page, milliseconds: number): Promise<number> {
  const drawing = await page
    .getByRole('listbox', { name: /weights/i })
    .locator('svg')
    .first()
    .boundingBox();
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

const quantile = (sorted: readonly number[], q: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)]);

const served = await serveBuiltPage();
const browser = await chromium.launch(await findBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url);
  await openExperiment(page);
  await drag(page, WARM_UP_MILLISECONDS);
  await startMeasuring(page);
  const moves = await drag(page, DRAG_MILLISECONDS);
  await page.waitForTimeout(500);
  const { painted, longTasks } = await readTimings(page);
  if (painted.length === 0) throw new Error('no matrices were painted while dragging');
  const sorted = [...painted].sort((a, b) => a - b);
  const result = {
    network: '2-10-10-1',
    W: 151,
    N: 200,
    matrices: experiment.view.matrices.length,
    pointerMoves: moves,
    paints: painted.length,
    pointerToPaintedMilliseconds: {
      p50: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      p99: quantile(sorted, 0.99),
      max: quantile(sorted, 1),
    },
    tasksOver50Milliseconds: longTasks.filter((duration) => duration > LONG_TASK_MILLISECONDS).length,
    longestTaskMilliseconds: longTasks.length === 0 ? null : round(Math.max(...longTasks)),
    consoleErrors: errors,
    browser: browser.version(),
    cores: cpus().length,
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
  await served.close();
}
