/**
 * `npm run bench`: measures the engine beside other libraries in Node and in Chromium and prints JSON; what it
 * is doing goes to stderr. `-- node` or `-- chromium` measures there only, `--only twoWorkers` (or
 * `kernel`, `network`, `growth`) that part only; `--quick` takes seconds and is for trying the benchmark itself.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { buildForBrowser, buildForNode } from './bench/builds.ts';
import type { BenchReport } from './bench/measure.ts';
import { sectionNames } from './bench/sectionNames.ts';
import { findBrowser } from './browser.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
  allowPositionals: true,
});

const only = sectionNames.find((name) => name === values.only);
if (values.only !== only) throw new Error(`unknown part of the benchmark: ${values.only}`);

/** What bench/page.ts puts on the page. */
interface BenchPage {
  runBenchmark(quick: boolean, only?: string): Promise<BenchReport>;
}

interface Measured {
  readonly platform: string;
  readonly report: BenchReport;
}

async function inNode(folder: string): Promise<Measured> {
  const file = await buildForNode(folder);
  const child = fork(file, [values.quick ? 'quick' : 'thorough', only ?? ''], {
    execArgv: [],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const report = await new Promise<BenchReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as BenchReport));
    child.once('exit', (code) => reject(new Error(`the benchmark in node ended without a report: ${code}`)));
  });
  return { platform: `Node ${process.versions.node}`, report };
}

async function inChromium(folder: string): Promise<Measured> {
  await buildForBrowser(folder);
  const server = await preview({
    configFile: false,
    root: folder,
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 4330 },
    logLevel: 'error',
  });
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    page.on('console', (message) => process.stderr.write(`chromium: ${message.text()}\n`));
    page.on('pageerror', (error) => process.stderr.write(`chromium: ${error.message}\n`));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const report = await page.evaluate(
      ([quick, part]) => (globalThis as unknown as BenchPage).runBenchmark(quick, part),
      [values.quick, only] as const,
    );
    return { platform: `Chromium ${browser.version()}`, report };
  } finally {
    await browser.close();
    await server.close();
  }
}

const platforms = { node: inNode, chromium: inChromium };
type Platform = keyof typeof platforms;

const isPlatform = (name: string): name is Platform => name in platforms;
const unknown = positionals.find((name) => !isPlatform(name));
if (unknown !== undefined) throw new Error(`unknown platform: ${unknown}`);
const wanted = positionals.length === 0 ? (['node', 'chromium'] as const) : positionals.filter(isPlatform);

/** Four digits say more than the spread of the measurements bears out. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

const folder = mkdtempSync(join(tmpdir(), 'hessian-bench-'));
try {
  const measured: Partial<Record<Platform, { readonly platform: string } & BenchReport>> = {};
  for (const name of wanted) {
    const { platform, report } = await platforms[name](join(folder, name));
    measured[name] = { platform, ...report };
  }
  const machine = { cores: cpus().length, processor: cpus()[0].model };
  console.log(JSON.stringify({ quick: values.quick, machine, ...measured }, rounded, 2));
} finally {
  rmSync(folder, { recursive: true });
}
