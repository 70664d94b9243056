import type { EngineApi } from './protocol.ts';
import { part } from './tasks/part.ts';
import { plan } from './tasks/plan.ts';
import { predictOutputs } from './tasks/predictOutputs.ts';
import { product } from './tasks/product.ts';
import { snapshot } from './tasks/snapshot.ts';
import { spectra } from './tasks/spectra.ts';
import { train } from './tasks/train.ts';

/** The worker's object: every task as a plain function over the engine. */
export const engineApi: EngineApi = {
  plan,
  part,
  snapshot,
  spectra,
  predict: predictOutputs,
  product,
  train,
};
