import type { Experiment } from '../../engine/experiment/document.ts';
import { optimiserOf } from '../../engine/uses/optimisers/index.ts';
import { asError, isSuperseded } from '../../workers/asError.ts';
import type { Pool } from '../../workers/pool.ts';
import type { TrainReply } from '../../workers/protocol.ts';
import { applyTrainReply, checkpointOf, type Checkpoint } from '../state/edits/training.ts';
import type { Lab } from '../state/lab.ts';
import { recordSlice } from '../state/recording.ts';
import type { Ending } from '../state/training.ts';
import { deadlineOf } from './limits.ts';
import { problemOf, sameProblem } from './problemOf.ts';
import { tooLargeFor } from './tooLarge.ts';

const SLICE_MILLISECONDS = 12;
/** A step of a second-order method is worth looking at. */
const SECOND_ORDER_PAUSE = 90;

export interface TrainerOptions {
  readonly run: Pool['run'];
  /** Whether the picture still lags behind the document. */
  readonly isBehind: () => boolean;
  readonly nextFrame: (callback: () => void) => void;
}

export interface Trainer {
  play(): void;
  pause(): void;
  /** Takes one step. */
  step(): void;
}

/** The lowest error seen at the start of a slice. */
interface Best {
  readonly checkpoint: Checkpoint;
  readonly error: number;
}

export function createTrainer(lab: Lab, { run, isBehind, nextFrame }: TrainerOptions): Trainer {
  const current = (): Experiment => lab.experiment.getState().experiment;

  /** A reply for another problem, or for another place of the run, no longer applies. */
  const stillApplies = (asked: Experiment): boolean =>
    sameProblem(asked, current()) && asked.training === current().training;

  /** Every start and every pause makes the loops before it stop. */
  let turn = 0;
  let reference: number | null = null;
  let best: Best | null = null;

  const frame = (): Promise<void> => new Promise(nextFrame);
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

  function end(ending: Ending | null): void {
    turn += 1;
    lab.endGesture();
    lab.training.setState({ playing: false, ending });
  }

  function begin(playing: boolean): number {
    turn += 1;
    reference = null;
    best = null;
    lab.endGesture();
    lab.training.setState({ playing, ending: null });
    return turn;
  }

  /** One request; null when the document changed under it. */
  async function slice(mine: number, steps: number): Promise<TrainReply | null> {
    const experiment = current();
    const { training } = experiment;
    const problem = problemOf(experiment);
    const { method, learningRate, damping } = training;
    const reply = await run(
      'train',
      'train',
      { problem, method, learningRate, damping, steps, budgetMilliseconds: SLICE_MILLISECONDS, reference },
      { deadlineMilliseconds: deadlineOf(problem) },
    );
    if (mine !== turn) return null;
    if (!stillApplies(experiment)) {
      reference = null;
      best = null;
      return null;
    }
    reference ??= reply.before;
    if (best === null || reply.before < best.error)
      best = { checkpoint: checkpointOf(experiment), error: reply.before };
    lab.edit(applyTrainReply(reply), 'train');
    recordSlice(experiment, current(), reply);
    return reply;
  }

  function endingOf(reply: TrainReply): Ending {
    if (reply.status === 'stuck') return { kind: 'stuck' };
    const here = reply.errors.at(-1) ?? reply.before;
    return { kind: 'diverged', best: best !== null && best.error < here ? best.checkpoint : null };
  }

  async function loop(mine: number): Promise<void> {
    while (mine === turn) {
      const tooLarge = tooLargeFor(current());
      if (tooLarge !== null) return end({ kind: 'failed', message: tooLarge });
      const secondOrder = !optimiserOf(current().training.method).usesLearningRate;
      const reply = await slice(mine, secondOrder ? 1 : Infinity);
      if (reply !== null && reply.status !== 'running') return end(endingOf(reply));
      if (secondOrder) await wait(SECOND_ORDER_PAUSE);
      do await frame();
      while (mine === turn && isBehind());
    }
  }

  const failed =
    (mine: number) =>
    (thrown: unknown): void => {
      const error = asError(thrown);
      if (mine === turn && !isSuperseded(error)) end({ kind: 'failed', message: error.message });
    };

  return {
    play() {
      const mine = begin(true);
      loop(mine).catch(failed(mine));
    },
    pause: () => end(null),
    step() {
      const mine = begin(false);
      slice(mine, 1)
        .then((reply) => {
          if (mine === turn) end(reply === null || reply.status === 'running' ? null : endingOf(reply));
        })
        .catch(failed(mine));
    },
  };
}
