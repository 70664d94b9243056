/** How long a notebook takes from its address to its texts and its first figures. */
import type { Page } from '@playwright/test';

export interface Opening {
  readonly texts: number;
  readonly figures: number;
}

/** Milliseconds from the beginning of the navigation, on the page's own clock. */
export async function open(page: Page, address: string): Promise<Opening> {
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
