/**
 * `npm run screenshot`: the README's pictures. With `-- --all FOLDER` also the page in light and dark at
 * desktop, tablet and phone width, for looking at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { serveBuiltPage } from './builtPage.ts';

type Theme = 'light' | 'dark';

/** Long enough for the first matrices, spectra and fit to arrive and be painted. */
const SETTLE_MILLISECONDS = 2500;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

interface Shot {
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  readonly path: string;
  /** What the address shows: the explorer, or a page of the notebook. */
  readonly hash?: string;
}

async function take(
  browser: Browser,
  url: string,
  { theme, width, height, path, hash = '' }: Shot,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${url}${hash}`);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  await page.screenshot({ path });
  await context.close();
  console.log(path);
}

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const folder = values.all;
const shots: readonly Shot[] =
  folder === undefined
    ? [
        { theme: 'light', width: 1440, height: 900, path: 'docs/explorer.png' },
        { theme: 'light', width: 1440, height: 1400, path: 'docs/notebook.png', hash: '#page/outer-product' },
      ]
    : (['light', 'dark'] as const).flatMap((theme) =>
        SIZES.map((size) => ({ theme, ...size, path: join(folder, `${theme}-${size.width}.png`) })),
      );
if (folder !== undefined) mkdirSync(folder, { recursive: true });

const page = await serveBuiltPage();
const browser = await chromium.launch(await findBrowser());
try {
  for (const shot of shots) await take(browser, page.url, shot);
} finally {
  await browser.close();
  await page.close();
}
