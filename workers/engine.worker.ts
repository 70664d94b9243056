import { expose, transfer } from 'comlink';
import { engineApi } from './engineApi.ts';
import { chooseFastestKernels } from './fastestKernels.ts';
import { transferables } from './transferables.ts';

/** The same task, with the buffers of its result handed over instead of copied. */
const handingOver =
  <A, R>(task: (argument: A) => R) =>
  (argument: A): R => {
    const result = task(argument);
    return transfer(result, transferables(result));
  };

chooseFastestKernels();
expose({
  plan: handingOver(engineApi.plan),
  part: handingOver(engineApi.part),
  snapshot: handingOver(engineApi.snapshot),
  spectra: handingOver(engineApi.spectra),
  predict: handingOver(engineApi.predict),
  product: handingOver(engineApi.product),
  train: handingOver(engineApi.train),
} satisfies typeof engineApi);
