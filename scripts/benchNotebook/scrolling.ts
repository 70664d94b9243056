/** Tasks of the main thread that hold it up while a page is scrolled to its end for the first time. */
import type { Browser, Page } from '@playwright/test';

const LONG_TASK_MILLISECONDS = 50;
const WHEEL_PIXELS = 250;
/** For what is computed and drawn after the last turn of the wheel. */
const SETTLE_MILLISECONDS = 1500;

export interface Held {
  readonly tasksOver50Milliseconds: number;
  readonly longestTaskMilliseconds: number | null;
}

/** Scrolls to the end by the wheel, a turn every so many milliseconds. */
export async function scroll(page: Page, pause: number): Promise<Held> {
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
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  const long = tasks.filter((duration) => duration > LONG_TASK_MILLISECONDS);
  return {
    tasksOver50Milliseconds: long.length,
    longestTaskMilliseconds: long.length === 0 ? null : Math.round(Math.max(...long)),
  };
}

const READING_MILLISECONDS = 300;

/** Every built-in page, opened anew and read to its end. */
export async function scrollPages(browser: Browser, url: string): Promise<Readonly<Record<string, Held>>> {
  const held: Record<string, Held> = {};
  const contents = await (await browser.newContext()).newPage();
  await contents.goto(`${url}#page/why`);
  const links = contents.locator('nav a[href^="#page/"]');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await contents.context().close();
  for (const address of addresses) {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(`${url}${address}`);
    await page.locator('article h1').waitFor();
    await page.waitForTimeout(SETTLE_MILLISECONDS);
    held[address.replace('#page/', '')] = await scroll(page, READING_MILLISECONDS);
    await page.context().close();
  }
  return held;
}
