/** The benchmark in Node: a process of its own that sends its report to scripts/bench.ts. */
import { Worker } from 'node:worker_threads';
import { measureAll, type RunInWorker } from './measure.ts';
import { sectionNames } from './sectionNames.ts';
import type { SectionName, Sections } from './sections.ts';

const runInWorker: RunInWorker = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./nodeSection.mjs', import.meta.url));
    worker.once('message', (report: Sections[SectionName]) => {
      resolve(report);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.postMessage(request);
  });

const [, , quick, only] = process.argv;
const report = await measureAll(
  quick === 'quick',
  sectionNames.find((name) => name === only),
  runInWorker,
  (what) => process.stderr.write(`node: ${what}\n`),
);
process.send?.(report);
