import type { EngineApi } from './protocol.ts';
import { measure } from './tasks/measure.ts';
import { moment } from './tasks/moment.ts';
import { compare } from './tasks/compare.ts';
import { eigenvalues } from './tasks/eigenvalues.ts';
import { anatomy } from './tasks/anatomy.ts';
import { influence, minimum, retrain } from './tasks/influence.ts';
import { inverse } from './tasks/inverse.ts';
import { laplace } from './tasks/laplace.ts';
import { part } from './tasks/part.ts';
import { plan } from './tasks/plan.ts';
import { predictOutputs } from './tasks/predictOutputs.ts';
import { product } from './tasks/product.ts';
import { pruningPredictions, pruningRun } from './tasks/pruning.ts';
import { snapshot } from './tasks/snapshot.ts';
import { spectra } from './tasks/spectra.ts';
import { sweep } from './tasks/sweep.ts';
import { surface } from './tasks/surface.ts';
import { trace } from './tasks/trace.ts';
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
  trace,
  compare,
  eigenvalues,
  sweep,
  moment,
  measure,
  surface,
  anatomy,
  inverse,
  pruningPredictions,
  pruningRun,
  influence,
  retrain,
  minimum,
  laplace,
};
