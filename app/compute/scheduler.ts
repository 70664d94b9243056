import type { Experiment } from '../../engine/experiment/document.ts';
import type { Lane } from '../../workers/lanes.ts';
import type { Pool } from '../../workers/pool.ts';
import type { EngineApi } from '../../workers/protocol.ts';
import { useDirectionPanel } from '../state/directionPanel.ts';
import { useExperiment } from '../state/experiment.ts';
import { notify } from '../state/notices.ts';
import { useResults } from '../state/results.ts';
import { createFollower, showing, type Follower } from './follower.ts';
import { plotGrid } from './grid.ts';
import { deadlineOf, memoryProblem } from './limits.ts';
import { noteChange } from './liveMeasure.ts';
import { matricesParts, problemOf, problemParts } from './problemOf.ts';

/** Up to this W the eigenvalues come with every picture, beyond it when the document rests. */
const LIVE_SPECTRA_W = 64;
const REST_MILLISECONDS = 150;

const reportFailure = ({ message }: Error): void => notify({ tone: 'caution', text: message });

/** The four results that follow the document. */
function createFollowers(pool: Pick<Pool, 'run'>): Record<Exclude<Lane, 'train'>, Follower> {
  const run = <T extends keyof EngineApi>(
    lane: Lane & T,
    experiment: Experiment,
    argument: Parameters<EngineApi[T]>[0],
  ): Promise<ReturnType<EngineApi[T]>> =>
    pool.run<T>(lane, lane, argument, { deadlineMilliseconds: deadlineOf(problemOf(experiment)) });
  const matricesOf = (experiment: Experiment) => ({
    problem: problemOf(experiment),
    matrices: experiment.view.matrices,
  });
  return {
    snapshot: createFollower({
      inputs: matricesParts,
      ask: (experiment) => run('snapshot', experiment, matricesOf(experiment)),
      shown: () => useResults.getState().snapshot,
      show: (snapshot) => useResults.setState({ snapshot, problem: memoryProblem(snapshot.experiment) }),
      failed: ({ message }) => useResults.setState({ problem: message }),
    }),
    predict: createFollower({
      inputs: ({ network, parameters, data }) => [network, parameters, data],
      ask: async (experiment) => {
        const problem = problemOf(experiment);
        const grid = plotGrid(problem.batch);
        if (grid === null) return new Float64Array();
        return run('predict', experiment, { problem, inputs: grid.inputs });
      },
      shown: () => useResults.getState().fit,
      show: showing('fit'),
      failed: reportFailure,
    }),
    product: createFollower({
      inputs: (experiment) => [...problemParts(experiment), experiment.direction],
      ask: (experiment) =>
        run('product', experiment, { problem: problemOf(experiment), direction: experiment.direction }),
      shown: () => useResults.getState().products,
      show: showing('products'),
      failed: reportFailure,
    }),
    spectra: createFollower({
      inputs: matricesParts,
      ask: (experiment) => run('spectra', experiment, matricesOf(experiment)),
      shown: () => useResults.getState().spectra,
      show: showing('spectra'),
      failed: reportFailure,
    }),
  };
}

export interface Scheduler {
  /** Whether the newest document is not on show yet. */
  isBehind(): boolean;
  stop(): void;
}

/** From the document to the pool to the results: at most one request of a kind per animation frame. */
export function startScheduler(
  pool: Pick<Pool, 'run'>,
  nextFrame: (callback: () => void) => void,
): Scheduler {
  const followers = createFollowers(pool);
  let frame = false;
  let stopped = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    frame = false;
    if (stopped) return;
    const { experiment } = useExperiment.getState();
    followers.snapshot.follow(experiment);
    followers.predict.follow(experiment);
    if (useDirectionPanel.getState().open) followers.product.follow(experiment);
    clearTimeout(rest);
    if (experiment.parameters.length <= LIVE_SPECTRA_W) followers.spectra.follow(experiment);
    else rest = setTimeout(() => followers.spectra.follow(experiment), REST_MILLISECONDS);
  }

  function schedule(): void {
    if (frame) return;
    frame = true;
    nextFrame(send);
  }

  const leaveDocument = useExperiment.subscribe(({ experiment }, before) => {
    if (experiment === before.experiment) return;
    noteChange(experiment);
    for (const follower of Object.values(followers)) follower.rename(experiment);
    schedule();
  });
  const leavePanel = useDirectionPanel.subscribe(schedule);
  schedule();

  return {
    isBehind: () => frame || followers.snapshot.isBehind(),
    stop() {
      stopped = true;
      clearTimeout(rest);
      leaveDocument();
      leavePanel();
    },
  };
}
