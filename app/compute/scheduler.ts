import type { Experiment } from '../../engine/experiment/document.ts';
import type { Pool } from '../../workers/pool.ts';
import type { EngineApi, Plan, Snapshot } from '../../workers/protocol.ts';
import type { Lab } from '../state/lab.ts';
import { notify } from '../state/notices.ts';
import { createFollower, showing, type Follower } from './follower.ts';
import { plotGrid } from './grid.ts';
import { deadlineOf, memoryProblem } from './limits.ts';
import { noteChange } from './liveMeasure.ts';
import { createMatricesRun, type MatricesRun } from './matricesRun.ts';
import { matricesParts, problemOf, problemParts, sameMatrices } from './problemOf.ts';
import { retire } from './spareBuffers.ts';
import { createSlowMatrices, type SlowMatrices } from './slowMatrices.ts';
import { createSpectraFollower, type SpectraFollower } from './spectraFollower.ts';
import { areLive } from './spectraRun.ts';

const REST_MILLISECONDS = 150;

const reportFailure = ({ message }: Error): void => notify({ tone: 'caution', text: message });

/** What follows the document. */
type Followers = Record<'snapshot' | 'predict' | 'product', Follower> & { readonly spectra: SpectraFollower };

/** Slow matrices stay on show as they were until they are computed anew. */
function withSlow({ results }: Lab, snapshot: Snapshot, { slow }: Plan): Snapshot {
  const before = results.getState().snapshot?.value.matrices ?? {};
  const matrices = { ...snapshot.matrices };
  for (const { id } of slow) {
    const matrix = before[id];
    if (matrix?.order === snapshot.gradient.length) matrices[id] = matrix;
  }
  return { ...snapshot, matrices };
}

/** The four results that follow the document. */
function createFollowers(lab: Lab, pool: Pick<Pool, 'run' | 'giveUp'>, matrices: MatricesRun): Followers {
  const { results } = lab;
  const run = <T extends 'predict' | 'product'>(
    lane: T,
    experiment: Experiment,
    argument: Parameters<EngineApi[T]>[0],
  ): Promise<ReturnType<EngineApi[T]>> =>
    pool.run<T>(lane, lane, argument, { deadlineMilliseconds: deadlineOf(problemOf(experiment)) });
  return {
    snapshot: createFollower({
      inputs: matricesParts,
      ask: async (experiment) => {
        const { snapshot, plan } = await matrices.compute(experiment);
        return withSlow(lab, snapshot, plan);
      },
      shown: () => results.getState().snapshot,
      show: (snapshot) => {
        retire(results.getState().snapshot?.value, snapshot.value);
        results.setState({
          snapshot,
          unfinished: false,
          problem: memoryProblem(snapshot.experiment),
        });
      },
      failed: ({ message }) => results.setState({ problem: message }),
    }),
    predict: createFollower({
      inputs: ({ network, parameters, data }) => [network, parameters, data],
      ask: async (experiment) => {
        const problem = problemOf(experiment);
        const grid = plotGrid(problem.batch);
        if (grid === null) return new Float64Array();
        return run('predict', experiment, { problem, inputs: grid.inputs });
      },
      shown: () => results.getState().fit,
      show: showing(lab, 'fit'),
      failed: reportFailure,
    }),
    product: createFollower({
      inputs: (experiment) => [...problemParts(experiment), experiment.direction],
      ask: (experiment) =>
        run('product', experiment, { problem: problemOf(experiment), direction: experiment.direction }),
      shown: () => results.getState().products,
      show: showing(lab, 'products'),
      failed: reportFailure,
    }),
    spectra: createSpectraFollower(lab, pool, matrices, reportFailure),
  };
}

export interface Scheduler {
  readonly slow: Pick<SlowMatrices, 'stop' | 'compute'>;
  /** Whether the newest document is not on show yet. */
  isBehind(): boolean;
  stop(): void;
}

/** From the document to the pool to the results: at most one request of a kind per animation frame. */
export function startScheduler(
  lab: Lab,
  pool: Pick<Pool, 'run' | 'giveUp' | 'size'>,
  nextFrame: (callback: () => void) => void,
): Scheduler {
  const { results } = lab;
  const pictureSide = (): number => lab.pictures.getState().side;
  const matrices = createMatricesRun(pool, pictureSide, (experiment, snapshot) => {
    if (sameMatrices(experiment, lab.experiment.getState().experiment))
      results.setState({ snapshot: { experiment, value: snapshot }, unfinished: true });
  });
  const followers = createFollowers(lab, pool, matrices);
  const slow = createSlowMatrices(lab, pool, () => {
    followers.spectra.forget();
    followers.spectra.follow(lab.experiment.getState().experiment);
  });
  let frame = false;
  let stopped = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    frame = false;
    if (stopped) return;
    const { experiment } = lab.experiment.getState();
    followers.snapshot.follow(experiment);
    followers.predict.follow(experiment);
    if (lab.directionPanel.getState().open) followers.product.follow(experiment);
    clearTimeout(rest);
    const live = areLive(experiment.parameters.length);
    if (live) followers.spectra.follow(experiment);
    rest = setTimeout(() => {
      if (!live) followers.spectra.follow(experiment);
      void followSlow(experiment);
    }, REST_MILLISECONDS);
  }

  /** Slow matrices follow once the others are there. */
  async function followSlow(experiment: Experiment): Promise<void> {
    const plan = await matrices.planOf(experiment).catch(() => null);
    const isNewest = (): boolean => !stopped && lab.experiment.getState().experiment === experiment;
    if (plan === null || !isNewest()) return;
    if (followers.snapshot.isBehind()) {
      rest = setTimeout(() => void followSlow(experiment), REST_MILLISECONDS);
      return;
    }
    slow.follow(experiment, plan);
  }

  function schedule(): void {
    if (frame) return;
    frame = true;
    nextFrame(send);
  }

  const leaveDocument = lab.experiment.subscribe(({ experiment }, before) => {
    if (experiment === before.experiment) return;
    noteChange(experiment);
    for (const follower of Object.values(followers)) follower.rename(experiment);
    slow.interrupt(experiment);
    if (!sameMatrices(experiment, before.experiment)) followers.spectra.interrupt();
    schedule();
  });
  const leavePanel = lab.directionPanel.subscribe(schedule);
  schedule();

  return {
    slow,
    isBehind: () => frame || followers.snapshot.isBehind(),
    stop() {
      stopped = true;
      clearTimeout(rest);
      followers.spectra.interrupt();
      leaveDocument();
      leavePanel();
    },
  };
}
