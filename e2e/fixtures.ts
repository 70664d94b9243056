/** Playwright's test, made strict: a console error, a refused resource or a request to elsewhere fails it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** `THOROUGH=1 npm run e2e`: also what takes long, and every theme at every width. */
export const THOROUGH = process.env.THOROUGH !== undefined;

/** Of tests that the thorough run alone takes: `test(title, RARELY, …)`. */
export const RARELY = { tag: '@thorough' };

const NARROW = 600;

/** Themes to look at: both, or on wide pages the light and on narrow ones the dark, so that each is seen. */
export const themesAt = (width: number): readonly ('light' | 'dark')[] => {
  if (THOROUGH) return ['light', 'dark'];
  return width < NARROW ? ['dark'] : ['light'];
};

interface Strictness {
  /** Messages that a test provokes on purpose. */
  readonly expectedErrors: readonly RegExp[];
  /** Watches one more context; what must not happen in it fails the test at its end. */
  readonly watch: (context: BrowserContext) => Promise<void>;
  readonly strictPage: undefined;
  /** A page in somebody else's browser: nothing is kept there yet. */
  readonly stranger: Page;
}

/** Runs in the page: a violation of the Content-Security-Policy becomes a console error. */
const reportViolations = (): void => {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    // eslint-disable-next-line no-console
    console.error(`content security policy: ${violatedDirective} blocked ${blockedURI} in ${sourceFile}`);
  });
};

/** Collects everything that must not happen in any page of the context. */
async function collect(problems: string[], context: BrowserContext, origin: string): Promise<void> {
  await context.addInitScript(reportViolations);
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (event) =>
    problems.push(`uncaught: ${event.error().stack ?? event.error().message}`),
  );
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin)
      problems.push(`request to elsewhere: ${request.url()}`);
  });
}

export const test = base.extend<Strictness>({
  expectedErrors: [[], { option: true }],
  watch: async ({ baseURL, expectedErrors }, use) => {
    const problems: string[] = [];
    await use((context) => collect(problems, context, new URL(baseURL ?? '').origin));
    const unexpected = problems.filter((problem) => !expectedErrors.some((allowed) => allowed.test(problem)));
    expect(unexpected, 'errors on the page').toEqual([]);
  },
  strictPage: [
    async ({ context, watch }, use) => {
      await watch(context);
      await use(undefined);
    },
    { auto: true },
  ],
  stranger: async ({ browser, watch }, use) => {
    const context = await browser.newContext();
    await watch(context);
    await use(await context.newPage());
    await context.close();
  },
});

/**
 * No violation of WCAG 2.2 AA that a program can find, on the whole page or within what a selector finds; the
 * message names rule, element and remedy.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    // half the time: nothing of what passes is written down, and pages here hold no frames whose parts would be joined
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    .setLegacyMode(true)
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect(found, 'WCAG 2.2 AA').toEqual([]);
}

export { expect } from '@playwright/test';
