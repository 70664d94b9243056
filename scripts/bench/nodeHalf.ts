import { parentPort } from 'node:worker_threads';
import { chooseFastestKernels } from '../../workers/fastestKernels.ts';
import { answer, type HalfRequest } from './halves.ts';

chooseFastestKernels();
parentPort?.on('message', (request: HalfRequest) => {
  const [values, buffer] = answer(request);
  parentPort?.postMessage(values, [buffer]);
});
