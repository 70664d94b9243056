/** Finds a Chromium that runs here, or gets one: README's commands need a browser and no instructions. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from '@playwright/test';

const run = promisify(execFile);

/** Quiet, the same on every machine, and able to run as root in a container. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
];
const LAUNCH_MILLISECONDS = 20_000;
const DOWNLOAD_MILLISECONDS = 120_000;

/** The browser that Playwright keeps in its own cache, if it has one. */
const PLAYWRIGHTS_OWN = undefined;

type Executable = string | typeof PLAYWRIGHTS_OWN;

/** A way to a browser: executables to try, fetched first when that is what this way does. */
interface Candidate {
  readonly name: string;
  readonly locate: () => Promise<readonly Executable[]> | readonly Executable[];
}

const onPath = (): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .filter((path) => existsSync(path));

const candidates: readonly Candidate[] = [
  { name: '$CHROMIUM_PATH', locate: () => [process.env.CHROMIUM_PATH ?? ''].filter((path) => path !== '') },
  { name: "playwright's cache", locate: () => [PLAYWRIGHTS_OWN] },
  { name: 'PATH', locate: onPath },
  {
    name: 'playwright install',
    locate: async () => {
      const program = join(import.meta.dirname, '../node_modules/.bin/playwright');
      await run(program, ['install', 'chromium', '--only-shell'], { timeout: DOWNLOAD_MILLISECONDS });
      return [PLAYWRIGHTS_OWN];
    },
  },
  {
    name: 'apt-get install chromium-headless-shell',
    locate: () => {
      if (process.getuid?.() !== 0) throw new Error('needs root');
      const apt = (...args: string[]) =>
        execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
      return onPath();
    },
  },
];

const optionsFor = (executablePath: Executable): LaunchOptions => ({
  args: BROWSER_FLAGS,
  ...(executablePath !== undefined && { executablePath }),
});

/** Starts the browser and lets it compute: a file that is there may still lack its libraries. */
async function probe(options: LaunchOptions): Promise<void> {
  const browser = await chromium.launch({ ...options, timeout: LAUNCH_MILLISECONDS });
  try {
    const page = await browser.newPage();
    await page.evaluate('1 + 1');
  } finally {
    await browser.close();
  }
}

const reason = (problem: unknown): string => String(problem).split('\n').slice(0, 2).join(' ');

/**
 * How to launch a Chromium that works here, by the first way that leads to one.
 * @throws a list of all that was tried, with the reason why each failed.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const tried: string[] = [];
  for (const { name, locate } of candidates) {
    try {
      const executables = await locate();
      if (executables.length === 0) tried.push(`${name}: nothing there`);
      for (const executable of executables) {
        const options = optionsFor(executable);
        try {
          await probe(options);
          return options;
        } catch (problem) {
          tried.push(`${name}: ${executable ?? ''} ${reason(problem)}`);
        }
      }
    } catch (problem) {
      tried.push(`${name}: ${reason(problem)}`);
    }
  }
  throw new Error(`no browser found; set CHROMIUM_PATH to a Chromium. Tried:\n${tried.join('\n')}`);
}

/** The same browser in a process started by one that found it: its path was handed down. */
export const browserFromParent = (): LaunchOptions => optionsFor(process.env.CHROMIUM_PATH);
