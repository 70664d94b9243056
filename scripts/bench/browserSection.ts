import { handedOver, type Half } from './halves.ts';
import { runSection, type SectionRequest } from './sections.ts';

function startHalf(): Half {
  const worker = new Worker(new URL('./browserHalf.ts', import.meta.url), { type: 'module' });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Float64Array>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(request, handedOver(request));
      }),
    end: () => worker.terminate(),
  };
}

addEventListener('message', ({ data }: MessageEvent<SectionRequest>) => {
  // the page hears of errors, not of rejected promises
  runSection(data, startHalf).then((report) => postMessage(report), reportError);
});
