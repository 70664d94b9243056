import { defineConfig } from '@playwright/test';
import { browserFromParent, findBrowser } from './scripts/browser.ts';

const PORT = Number(process.env.PREVIEW_PORT ?? 4310);
const inWorker = process.env.TEST_WORKER_INDEX !== undefined;
const onCi = process.env.CI !== undefined;

const launchOptions = inWorker ? browserFromParent() : await findBrowser();
if (launchOptions.executablePath !== undefined) process.env.CHROMIUM_PATH = launchOptions.executablePath;

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  retries: onCi ? 2 : 0,
  forbidOnly: onCi,
  grepInvert: process.env.THOROUGH === undefined ? /@thorough/ : [],
  // two tests and their workers share two cores, which may have other work: what is right is waited for
  timeout: 120_000,
  expect: { timeout: 25_000 },
  // a log that is read when something fails begins with what did
  reporter: process.stdout.isTTY ? 'list' : 'dot',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions,
    // e2e/offline.spec.ts alone lets it in
    serviceWorkers: 'block',
    trace: 'on-first-retry',
  },
  webServer: {
    command: `vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    port: PORT,
    reuseExistingServer: false,
  },
});
