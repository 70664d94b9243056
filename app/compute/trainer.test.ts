import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainReply, TrainRequest } from '../../workers/protocol.ts';
import { setLearningRate } from '../state/edits/training.ts';
import { recordedPoints } from '../state/recording.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { createTrainer, type TrainerOptions } from './trainer.ts';
import { explorer } from '../state/lab.ts';

const experiment = {
  ...startingExperiment,
  training: { ...startingExperiment.training, method: 'gradient-descent' },
} as const;

type Answer = (request: TrainRequest) => Partial<TrainReply>;

/** A worker that answers as told, one answer a request, and then keeps silent. */
function trainerWith(answers: readonly Answer[], options: Partial<TrainerOptions> = {}) {
  const requests: TrainRequest[] = [];
  const run = (async (_lane: string, _task: string, request: TrainRequest): Promise<TrainReply> => {
    requests.push(request);
    const answer = answers[requests.length - 1];
    if (answer === undefined) return new Promise(() => {});
    return {
      parameters: request.problem.parameters.map((weight) => weight + 1),
      before: 10,
      errors: Float64Array.of(9),
      damping: request.damping,
      status: 'running',
      ...answer(request),
    };
  }) as unknown as TrainerOptions['run'];
  const trainer = createTrainer(explorer, {
    run,
    isBehind: () => false,
    nextFrame: (callback) => void setTimeout(callback, 0),
    ...options,
  });
  return { trainer, requests };
}

const ok: Answer = () => ({});
const training = () => explorer.experiment.getState().experiment.training;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

beforeEach(() => {
  explorer.open(experiment);
  explorer.training.setState({ playing: false, ending: null, outerProduct: [] });
});

describe('trainer', () => {
  it('goes on slice by slice, all of it one undo step', async () => {
    const { trainer, requests } = trainerWith([ok, ok, ok]);
    trainer.play();
    await settle();
    expect(training().step).toBe(3);
    expect(recordedPoints(training()).map(({ step, error }) => [step, error])).toEqual([
      [0, 10],
      [1, 10],
      [2, 10],
      [3, 9],
    ]);
    expect(requests).toHaveLength(4);
    expect(requests.map((request) => request.reference)).toEqual([null, 10, 10, 10]);
    explorer.undo();
    expect(explorer.experiment.getState().experiment).toBe(experiment);
  });

  it('stops when paused, and drops the slice that was on its way', async () => {
    const { trainer, requests } = trainerWith([ok, ok]);
    trainer.play();
    expect(explorer.training.getState().playing).toBe(true);
    trainer.pause();
    await settle();
    expect(training().step).toBe(0);
    expect(requests).toHaveLength(1);
    expect(explorer.training.getState().playing).toBe(false);
  });

  it('drops a reply for weights that were changed meanwhile, and continues from the new ones', async () => {
    const moved = experiment.parameters.map(() => 5);
    const { trainer, requests } = trainerWith([
      () => {
        explorer.edit((now) => ({ ...now, parameters: moved }));
        return {};
      },
      ok,
    ]);
    trainer.play();
    await settle();
    expect(Array.from(requests[1]?.problem.parameters ?? [])).toEqual(moved);
    expect(training().step).toBe(1);
    expect(explorer.experiment.getState().experiment.parameters).toEqual(moved.map((weight) => weight + 1));
  });

  it('takes over a new learning rate while it runs', async () => {
    const { trainer, requests } = trainerWith([
      () => {
        explorer.edit(setLearningRate(0.5));
        return {};
      },
      ok,
    ]);
    trainer.play();
    await settle();
    expect(requests[1]?.learningRate).toBe(0.5);
  });

  it('waits until the picture has followed', async () => {
    let behind = true;
    const { trainer, requests } = trainerWith([ok, ok], { isBehind: () => behind });
    trainer.play();
    await settle();
    expect(requests).toHaveLength(1);
    behind = false;
    await settle();
    expect(requests).toHaveLength(3);
  });

  it('takes one step when asked for one', async () => {
    const { trainer, requests } = trainerWith([ok, ok]);
    trainer.step();
    await settle();
    expect(requests.map((request) => request.steps)).toEqual([1]);
    expect(training().step).toBe(1);
    expect(explorer.training.getState()).toMatchObject({ playing: false, ending: null });
  });

  it('ends by itself when stuck', async () => {
    const { trainer } = trainerWith([ok, () => ({ status: 'stuck', errors: new Float64Array() })]);
    trainer.play();
    await settle();
    expect(explorer.training.getState()).toMatchObject({ playing: false, ending: { kind: 'stuck' } });
    expect(training().step).toBe(1);
  });

  it('ends when it diverges, on the last finite weights, with the best place to go back to', async () => {
    const { trainer } = trainerWith([
      ok,
      () => ({ before: 9, errors: Float64Array.of(40, 700), status: 'diverged' }),
    ]);
    trainer.play();
    await settle();
    const { playing, ending } = explorer.training.getState();
    expect(playing).toBe(false);
    expect(training().step).toBe(3);
    expect(ending).toMatchObject({ kind: 'diverged', best: { training: { step: 1 } } });
  });

  it('has nothing better to go back to when the very next step diverges', async () => {
    const { trainer } = trainerWith([() => ({ errors: new Float64Array(), status: 'diverged' })]);
    trainer.play();
    await settle();
    expect(explorer.training.getState().ending).toEqual({ kind: 'diverged', best: null });
  });

  it('says why when a slice fails, and refuses a network its method is too small for', async () => {
    const { trainer } = trainerWith([
      () => {
        throw new Error('a sentence');
      },
    ]);
    trainer.play();
    await settle();
    expect(explorer.training.getState().ending).toEqual({ kind: 'failed', message: 'a sentence' });

    const spy = vi.fn();
    explorer.open({ ...startingExperiment, parameters: Array<number>(1501).fill(0) });
    createTrainer(explorer, { run: spy, isBehind: () => false, nextFrame: () => {} }).play();
    await settle();
    expect(spy).not.toHaveBeenCalled();
    const { ending } = explorer.training.getState();
    expect(ending?.kind === 'failed' ? ending.message : '').toContain('W is 1,501');
  });
});
