import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';
import { handedOver, type Half } from './halves.ts';
import { runSection, type SectionRequest } from './sections.ts';

// jax-js asks whether data are `instanceof Float16Array`, which Node has from 24 on
(globalThis as { Float16Array?: unknown }).Float16Array ??= class extends Uint16Array {};

function startHalf(): Half {
  const worker = new Worker(new URL('./nodeHalf.mjs', import.meta.url));
  return {
    async ask(request) {
      worker.postMessage(request, handedOver(request));
      // rejects when the worker fails first
      const [values] = (await once(worker, 'message')) as [Float64Array];
      return values;
    },
    end: () => void worker.terminate(),
  };
}

parentPort?.once('message', (request: SectionRequest) => {
  void runSection(request, startHalf).then((report) => parentPort?.postMessage(report));
});
