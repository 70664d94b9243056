import { expose, transfer } from 'comlink';
import { giveNumbers } from '../engine/kernels/spareNumbers.ts';
import { chooseFastestKernels } from './fastestKernels.ts';
import type { EngineApi, WithSpare } from './protocol.ts';
import { part } from './tasks/part.ts';
import { plan } from './tasks/plan.ts';
import { predictOutputs } from './tasks/predictOutputs.ts';
import { product } from './tasks/product.ts';
import { transferables } from './transferables.ts';

/** Every task, answered at once or later. */
type Served = {
  readonly [T in keyof EngineApi]: (
    argument: Parameters<EngineApi[T]>[0],
  ) => ReturnType<EngineApi[T]> | Promise<ReturnType<EngineApi[T]>>;
};

/** The same task, with the buffers of its result handed over instead of copied. */
const handingOver =
  <A extends object, R>(task: (argument: A) => R) =>
  (argument: A & WithSpare): R => {
    for (const buffer of argument.spare ?? []) giveNumbers(new Float64Array(buffer));
    const result = task(argument);
    return transfer(result, transferables(result));
  };

/** A task that carries a library of linear algebra: its code comes when it is first asked for. */
const later =
  <A extends object, R>(load: () => Promise<(argument: A) => R>) =>
  async (argument: A): Promise<R> =>
    handingOver(await load())(argument);

chooseFastestKernels();
expose({
  plan: handingOver(plan),
  part: handingOver(part),
  spectra: later(async () => (await import('./tasks/spectra.ts')).spectra),
  predict: handingOver(predictOutputs),
  product: handingOver(product),
  train: later(async () => (await import('./tasks/train.ts')).train),
  compare: later(async () => (await import('./tasks/compare.ts')).compare),
  eigenvalues: later(async () => (await import('./tasks/eigenvalues.ts')).eigenvalues),
  sweep: later(async () => (await import('./tasks/sweep.ts')).sweep),
  moment: later(async () => (await import('./tasks/moment.ts')).moment),
  measure: later(async () => (await import('./tasks/measure.ts')).measure),
  surface: later(async () => (await import('./tasks/surface.ts')).surface),
  trace: later(async () => (await import('./tasks/trace.ts')).trace),
  inverse: later(async () => (await import('./tasks/inverse.ts')).inverse),
  solve: later(async () => (await import('./tasks/solve.ts')).solve),
  solveBlocks: later(async () => (await import('./tasks/solveBlocks.ts')).solveBlocks),
  solveSteps: later(async () => (await import('./tasks/solveSteps.ts')).solveSteps),
  density: later(async () => (await import('./tasks/density.ts')).density),
  densityProbes: later(async () => (await import('./tasks/densityProbes.ts')).densityProbes),
  laplace: later(async () => (await import('./tasks/laplace.ts')).laplace),
  pruningPredictions: later(async () => (await import('./tasks/pruning.ts')).pruningPredictions),
  pruningRun: later(async () => (await import('./tasks/pruning.ts')).pruningRun),
  influence: later(async () => (await import('./tasks/influence.ts')).influence),
  retrain: later(async () => (await import('./tasks/influence.ts')).retrain),
  minimum: later(async () => (await import('./tasks/influence.ts')).minimum),
  anatomy: later(async () => (await import('./tasks/anatomy.ts')).anatomy),
  boltzmann: later(async () => (await import('./tasks/boltzmann.ts')).boltzmann),
  boltzmannSample: later(async () => (await import('./tasks/boltzmannSample.ts')).boltzmannSample),
  recurrent: later(async () => (await import('./tasks/recurrent.ts')).recurrent),
  recurrentGains: later(async () => (await import('./tasks/recurrentGains.ts')).recurrentGains),
  recurrentHessian: later(async () => (await import('./tasks/recurrentHessian.ts')).recurrentHessian),
  race: later(async () => (await import('./tasks/race.ts')).race),
  raceEnd: later(async () => (await import('./tasks/race.ts')).raceEnd),
  racePlane: later(async () => (await import('./tasks/race.ts')).racePlane),
  raceErrors: later(async () => (await import('./tasks/race.ts')).raceErrors),
  perturbation: later(async () => (await import('./tasks/perturbation.ts')).perturbation),
} satisfies Served);
