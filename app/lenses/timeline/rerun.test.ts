import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import { train } from '../../../workers/tasks/train.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { applyTrainReply, goAlong, restartTraining, setLearningRate } from '../../state/edits/training.ts';
import { setParameter } from '../../state/edits/parameters.ts';
import { recordedPoints, recordSlice } from '../../state/recording.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import type { Run } from '../useWork.ts';
import { rerun } from './rerun.ts';
import { agreementOf, isUntrained, keepRerun, pointsOf, rerunFor } from './rerunFor.ts';
import { takeOver, trainingRequest } from './trainHere.ts';

/** The task itself in place of a worker. */
const run = ((_task: string, argument: Parameters<typeof train>[0]) =>
  Promise.resolve(train(argument))) as unknown as Run;

/** Slices of the trainer: as many steps each as given. */
function trained(from: Experiment, slices: readonly number[]): Experiment {
  return slices.reduce((experiment, steps) => {
    const { method, learningRate, damping } = experiment.training;
    const reply = train({
      problem: problemOf(experiment),
      method,
      learningRate,
      damping,
      steps,
      budgetMilliseconds: Infinity,
      reference: null,
    });
    const after = applyTrainReply(reply)(experiment);
    recordSlice(experiment, after, reply);
    return after;
  }, from);
}

const withMethod = (method: Experiment['training']['method']): Experiment => ({
  ...startingExperiment,
  training: { ...startingExperiment.training, method, learningRate: 0.002 },
});

/** As it comes out of a link: the same numbers, nothing recorded. */
const reopened = (experiment: Experiment): Experiment => structuredClone(experiment);

async function remade(experiment: Experiment) {
  const request = rerunFor(experiment);
  if (request === null) throw new Error('nothing to make again');
  const made = await rerun(request, run);
  keepRerun(experiment, made);
  return { ...made, agreement: agreementOf(experiment), kept: pointsOf(experiment) };
}

const stepsOf = (points: readonly { readonly step: number }[]): readonly number[] =>
  points.map(({ step }) => step);

describe.each(['gradient-descent', 'levenberg-marquardt'] as const)('a rerun, %s', (method) => {
  const start = withMethod(method);

  it('meets the weights to the bit, however the trainer cut its slices, with the recorded points on the way', async () => {
    const experiment = trained(start, [1, 4, 2, 3, 7]);
    const made = await remade(reopened(experiment));
    expect(made.agreement).toEqual({ kind: 'same' });
    expect(stepsOf(made.kept)).toEqual(Array.from({ length: 18 }, (_, step) => step));
    for (const point of recordedPoints(experiment.training)) expect(made.kept[point.step]).toEqual(point);
  });

  it('keeps as many points as a recording, of a long run', async () => {
    const made = await remade(reopened(trained(start, [150, 50])));
    expect(made.agreement).toEqual({ kind: 'same' });
    expect(made.kept.length).toBeGreaterThan(40);
    expect(made.kept.length).toBeLessThanOrEqual(64);
    expect([made.kept[0]?.step, made.kept.at(-1)?.step]).toEqual([0, 200]);
  });

  it('goes on to the end of the curve when the document looks back', async () => {
    const far = trained(start, [6, 6]);
    const [, , end] = recordedPoints(far.training);
    const [, middle] = recordedPoints(far.training);
    const back = reopened(goAlong(middle ?? { step: 0, parameters: [], damping: 0 })(far));
    expect(back.training.step).toBe(6);
    const made = await remade(back);
    expect(made.agreement).toEqual({ kind: 'same' });
    expect(made.kept.at(-1)).toEqual(end);
    const first = reopened(goAlong({ step: 0, parameters: start.parameters, damping: 0.01 })(far));
    expect(isUntrained(first)).toBe(false);
    expect((await remade(first)).kept.at(-1)).toEqual(end);
  });

  it('makes what came before a recording that began in between', async () => {
    const later = trained(reopened(trained(start, [5])), [2, 2]);
    expect(stepsOf(recordedPoints(later.training))).toEqual([5, 7, 9]);
    const made = await remade(later);
    expect(made.agreement).toEqual({ kind: 'same' });
    expect(stepsOf(made.kept)).toEqual([0, 1, 2, 3, 4, 5, 7, 9]);
  });

  it('says when weights were changed by hand on the way, and keeps to what the curve bears out', async () => {
    const before = trained(start, [10]);
    const after = trained(setParameter(2, 1.5)(before), [10]);
    const made = await remade(reopened(after));
    expect(made.agreement).toEqual({ kind: 'parted', after: 10 });
    expect(stepsOf(made.kept)).toEqual([...Array.from({ length: 11 }, (_, step) => step), 20]);
    expect(made.kept.at(-1)?.parameters).toEqual(after.parameters);
  });

  it('says when the weights on show are others than those of the run', async () => {
    const made = await remade(reopened(setParameter(0, 2)(trained(start, [8]))));
    expect(made.agreement).toEqual({ kind: 'parted', after: 8 });
  });

  it('calls weights that differ in their last digits rounded', async () => {
    const experiment = trained(start, [12]);
    const nearly = experiment.parameters.map((weight) => weight * (1 + 1e-12));
    const { agreement } = await remade({ ...reopened(experiment), parameters: nearly });
    expect(agreement?.kind).toBe('rounded');
    expect(agreement?.kind === 'rounded' ? agreement.difference : NaN).toBeCloseTo(1e-12, 14);
  });

  it('takes steps that were asked for here over as one edit, as the trainer would', async () => {
    const errors: number[] = [];
    const request = { ...trainingRequest(start), until: 30, every: 3 };
    const { points } = await rerun(request, run, (_, some) => errors.push(...some));
    const after = takeOver(start, points, errors)(start);
    expect({ ...after, training: { ...after.training, curve: null } }).toEqual({
      ...trained(start, [30]),
      training: { ...trained(start, [30]).training, curve: null },
    });
    expect(after.training.curve).toEqual(trained(start, [30]).training.curve);
    expect(stepsOf(pointsOf(after))).toEqual(Array.from({ length: 11 }, (_, k) => 3 * k));
    const moved = setParameter(0, 9)(start);
    expect(takeOver(start, points, errors)(moved)).toBe(moved);
  });
});

it('finds out that the learning rate was changed, by the error curve', async () => {
  const slow = trained(withMethod('gradient-descent'), [20]);
  const made = await remade(reopened(trained(setLearningRate(0.004)(slow), [20])));
  expect(made.agreement).toEqual({ kind: 'parted', after: 0 });
  expect(stepsOf(made.kept)).toEqual([0, 40]);
});

it('says when no step is possible any more where the document took some', async () => {
  const file = JSON.parse(readFileSync('public/examples/linear-model.json', 'utf8')) as {
    experiment: object;
  };
  const rest = trained(restartTraining(parseExperiment(file.experiment)), [400]);
  const { step, curve } = rest.training;
  expect(step, 'Levenberg–Marquardt came to rest').toBeLessThan(400);
  const further = {
    ...rest,
    parameters: rest.parameters.map((weight) => weight * (1 + 1e-5)),
    training: { ...rest.training, step: step + 3, curve: { ...curve } },
  };
  const { agreement, kept } = await remade(reopened(further));
  expect(agreement).toEqual({ kind: 'ended', after: Math.floor(step / curve.stride) * curve.stride });
  expect(kept.at(-1)?.step).toBe(step + 3);
});

it('is not needed for what is untrained, recorded, or made again already', async () => {
  const start = withMethod('levenberg-marquardt');
  expect(rerunFor(start)).toBeNull();
  expect(rerunFor(trained(start, [3]))).toBeNull();
  const experiment = reopened(trained(start, [3]));
  await remade(experiment);
  expect(rerunFor(experiment)).toBeNull();
});
