/** The page that scripts/bench.ts opens: the benchmark in workers, as the engine runs in the app. */
import { measureAll, type BenchReport, type RunInWorker } from './measure.ts';
import type { SectionName, Sections } from './sections.ts';

const runInWorker: RunInWorker = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./browserSection.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Sections[SectionName]>) => {
      resolve(data);
      worker.terminate();
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(request);
  });

const runBenchmark = (quick: boolean, only?: SectionName): Promise<BenchReport> =>
  measureAll(quick, only, runInWorker, (what) => console.info(what));

Object.assign(globalThis, { runBenchmark });
