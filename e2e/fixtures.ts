/** Playwright's test, made strict: a console error, a refused resource or a request to elsewhere fails it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

interface Strictness {
  /** Messages that a test provokes on purpose. */
  readonly expectedErrors: readonly RegExp[];
  readonly strictPage: undefined;
}

/** Runs in the page: a violation of the Content-Security-Policy becomes a console error. */
const reportViolations = (): void => {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    // eslint-disable-next-line no-console
    console.error(`content security policy: ${violatedDirective} blocked ${blockedURI} in ${sourceFile}`);
  });
};

/** Collects everything that must not happen in any page of the context. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const problems: string[] = [];
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
  return problems;
}

export const test = base.extend<Strictness>({
  expectedErrors: [[], { option: true }],
  strictPage: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const problems = await watch(context, new URL(baseURL ?? '').origin);
      await use(undefined);
      const unexpected = problems.filter(
        (problem) => !expectedErrors.some((allowed) => allowed.test(problem)),
      );
      expect(unexpected, 'errors on the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** No violation of WCAG 2.2 AA that a program can find; the message names rule, element and remedy. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect(found, 'WCAG 2.2 AA').toEqual([]);
}

export { expect } from '@playwright/test';
