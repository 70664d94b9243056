import type { EngineApi } from './protocol.ts';
import { measure } from './tasks/measure.ts';
import { moment } from './tasks/moment.ts';
import { compare } from './tasks/compare.ts';
import { eigenvalues } from './tasks/eigenvalues.ts';
import { anatomy } from './tasks/anatomy.ts';
import { influence, minimum, retrain } from './tasks/influence.ts';
import { boltzmann } from './tasks/boltzmann.ts';
import { boltzmannSample } from './tasks/boltzmannSample.ts';
import { recurrent } from './tasks/recurrent.ts';
import { recurrentGains } from './tasks/recurrentGains.ts';
import { recurrentHessian } from './tasks/recurrentHessian.ts';
import { density } from './tasks/density.ts';
import { densityProbes } from './tasks/densityProbes.ts';
import { inverse } from './tasks/inverse.ts';
import { laplace } from './tasks/laplace.ts';
import { part } from './tasks/part.ts';
import { plan } from './tasks/plan.ts';
import { predictOutputs } from './tasks/predictOutputs.ts';
import { product } from './tasks/product.ts';
import { pruningPredictions, pruningRun } from './tasks/pruning.ts';
import { solve } from './tasks/solve.ts';
import { solveBlocks } from './tasks/solveBlocks.ts';
import { solveSteps } from './tasks/solveSteps.ts';
import { spectra } from './tasks/spectra.ts';
import { sweep } from './tasks/sweep.ts';
import { surface } from './tasks/surface.ts';
import { trace } from './tasks/trace.ts';
import { train } from './tasks/train.ts';
import { perturbation } from './tasks/perturbation.ts';
import { race, raceEnd, raceErrors, racePlane } from './tasks/race.ts';

/** The worker's object: every task as a plain function over the engine. */
export const engineApi: EngineApi = {
  plan,
  part,
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
  solve,
  solveBlocks,
  solveSteps,
  density,
  densityProbes,
  pruningPredictions,
  pruningRun,
  influence,
  retrain,
  minimum,
  laplace,
  boltzmann,
  boltzmannSample,
  recurrent,
  recurrentGains,
  recurrentHessian,
  race,
  raceEnd,
  racePlane,
  raceErrors,
  perturbation,
};
