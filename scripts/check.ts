/**
 * `npm test`: every check of the project, one named step each. All steps run even when one fails; the
 * last line counts them. `npm test -- unit lint` runs those two only.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const REFERENCE = join(ROOT, '../shared/reference');
const LIMIT_MINUTES = 15;

interface Step {
  readonly name: string;
  /** Program and arguments, as in package.json's scripts. */
  readonly command: readonly [string, ...string[]];
  /** Steps whose result it needs. */
  readonly after?: readonly string[];
  /** Where its output says how much it checked. */
  readonly count?: RegExp;
  /** Why it cannot run here. */
  readonly skip?: string | false;
}

const npm = (script: string, ...args: string[]): Step['command'] => [
  'npm',
  'run',
  '--silent',
  script,
  ...args,
];

const steps: readonly Step[] = [
  { name: 'format', command: npm('format:check') },
  { name: 'types', command: npm('types') },
  { name: 'lint', command: npm('lint') },
  { name: 'architecture', command: npm('architecture') },
  { name: 'dead-code', command: npm('dead-code') },
  { name: 'unit', command: npm('unit'), count: /Tests +(.+)/ },
  {
    name: 'reference',
    command: npm('reference', '--', REFERENCE),
    count: /(\d+ passed, .+)/,
    skip: !existsSync(REFERENCE) && `no folder ${REFERENCE}`,
  },
  { name: 'build', command: npm('build') },
  { name: 'size', command: npm('size'), after: ['build'] },
  { name: 'e2e', command: npm('e2e'), after: ['build'], count: /(\d+ passed)/ },
];

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one program in a process group of its own, so that a hung one ends with all it started. */
function execute([program, ...args]: Step['command']): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
    });
    let output = '';
    const collect = (text: Buffer): void => void (output += text.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      output += `\nstopped after ${LIMIT_MINUTES} minutes`;
      end();
    }, LIMIT_MINUTES * 60_000);
    const interrupt = (): void => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    child.on('error', (problem) => void (output += problem.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      resolve({ code, output: stripVTControlCharacters(output) });
    });
  });
}

/** The names of the tests that failed, as Playwright and Vitest write them, each once. */
const failures = (output: string): string[] => [
  ...new Set(
    output.match(/^ *(?:\d+\) .+?\.spec\.ts:.+|FAIL .+)/gm)?.map((line) => line.replace(/[ ─]+$/, '').trim()),
  ),
];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
const report = (mark: string, name: string, rest: string): void =>
  console.log(`${mark.padEnd(5)} ${name.padEnd(13)} ${rest}`);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`unknown step: ${unknown.join(', ')}`);

const failed: string[] = [];
let passed = 0;
let skipped = 0;

async function run({ name, command, after = [], count, skip = false }: Step): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const missing = after.find((needed) => failed.includes(needed));
  if (skip !== false) {
    skipped += 1;
    report('skip', name, skip);
  } else if (missing !== undefined) {
    failed.push(name);
    report('FAIL', name, `needs ${missing}, which failed`);
  } else {
    const start = performance.now();
    const { code, output } = await execute(command);
    if (code === 0) passed += 1;
    else failed.push(name);
    const counted = count?.exec(output)?.[1] ?? '';
    report(code === 0 ? 'ok' : 'FAIL', name, `${seconds(start)}  ${counted}`.trimEnd());
    // what failed first: a long log may be cut
    if (code !== 0)
      console.log([...failures(output), output.trimEnd()].join('\n').replace(/^/gm, '      | '));
  }
}

async function runInTurn(list: readonly Step[]): Promise<void> {
  for (const step of list) await run(step);
}

// Reading the code keeps one core busy, and lint takes as long as all the rest of it; what follows uses all cores.
const reading = steps.filter(({ name }) => ['format', 'types', 'architecture', 'dead-code'].includes(name));
const lint = steps.filter(({ name }) => name === 'lint');
await Promise.all([runInTurn(reading), runInTurn(lint)]);
await runInTurn(steps.filter((step) => !reading.includes(step) && !lint.includes(step)));

if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(`${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed.length > 0 ? 1 : 0;
