import { chooseFastestKernels } from '../../workers/fastestKernels.ts';
import { answer, type HalfRequest } from './halves.ts';

chooseFastestKernels();
addEventListener('message', ({ data }: MessageEvent<HalfRequest>) => {
  const [values, buffer] = answer(data);
  postMessage(values, { transfer: [buffer] });
});
