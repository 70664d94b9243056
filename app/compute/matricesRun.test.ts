import { beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Part } from '../../engine/network/groups.ts';
import type { Pool } from '../../workers/pool.ts';
import { engineApi } from '../../workers/engineApi.ts';
import type { PartRequest } from '../../workers/protocol.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { createMatricesRun, type MatricesRun } from './matricesRun.ts';
import { problemOf } from './problemOf.ts';
import { snapshotOf } from '../../workers/testing/snapshotOf.ts';

interface Asked {
  readonly place: number;
  readonly request: PartRequest;
  readonly answer: () => void;
}

const groups = 12;
let asked: Asked[] = [];
let run: MatricesRun;

const parts = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => ({
    first: index,
    end: index === count - 1 ? groups : index + 1,
  }));

function poolOf(count: number): Pick<Pool, 'run' | 'size'> {
  const answerTo = (task: string, request: PartRequest, place: number) => {
    if (task === 'plan') return { quick: { matrices: ['exact'], parts: parts(count) }, slow: [] };
    return new Promise((resolve) => {
      asked.push({ place, request, answer: () => resolve(engineApi.part(request)) });
    });
  };
  const call = (_lane: string, task: string, request: PartRequest, { place = 0 }: { place?: number }) =>
    Promise.resolve(answerTo(task, request, place));
  return { size: 2, run: call as unknown as Pool['run'] };
}

const moved = (by: number): Experiment => ({
  ...startingExperiment,
  parameters: startingExperiment.parameters.map((weight) => weight + by),
});
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const weightsOf = ({ request }: Asked): number => request.problem.parameters[0] ?? NaN;

beforeEach(() => {
  asked = [];
});

describe('matrices in parts', () => {
  it('keeps every worker at one part, and puts all together', async () => {
    run = createMatricesRun(
      poolOf(3),
      () => Infinity,
      () => undefined,
    );
    const found = run.compute(startingExperiment);
    await settle();
    expect(asked.map(({ place, request }) => [place, request.part.first])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    asked[1]?.answer();
    await settle();
    expect(asked[2]).toMatchObject({ place: 1, request: { part: { first: 2 } } });
    asked[2]?.answer();
    asked[0]?.answer();
    const whole = snapshotOf(problemOf(startingExperiment), ['exact']);
    const { exact } = (await found).snapshot.matrices;
    expect(exact?.values).toHaveLength(whole.matrices.exact?.values.length ?? NaN);
    exact?.values.forEach((entry, at) =>
      expect(entry).toBeCloseTo(whole.matrices.exact?.values[at] ?? NaN, 12),
    );
  });

  it('lets a short run end, and of those that come meanwhile only the newest begins', async () => {
    run = createMatricesRun(
      poolOf(2),
      () => Infinity,
      () => undefined,
    );
    const first = run.compute(moved(1));
    const second = run.compute(moved(2));
    const third = run.compute(moved(3));
    await expect(second).rejects.toThrow('a newer document takes its place');
    asked.forEach(({ answer }) => answer());
    await expect(first).resolves.toBeDefined();
    await settle();
    expect(asked.slice(2).map(weightsOf)).toEqual([weightsOf(asked[0]!) + 2, weightsOf(asked[0]!) + 2]);
    asked.slice(2).forEach(({ answer }) => answer());
    await expect(third).resolves.toBeDefined();
  });

  it('asks for no further part of a run in parts once a newer document needs one alone', async () => {
    const pool = poolOf(8);
    const inOne = {
      ...startingExperiment,
      view: { ...startingExperiment.view, matrices: ['exact' as const] },
    };
    const call = pool.run.bind(pool);
    const run = createMatricesRun(
      {
        ...pool,
        run: (lane, task, argument, options) =>
          task === 'plan' && 'matrices' in argument && argument.matrices === inOne.view.matrices
            ? (Promise.resolve({ quick: { matrices: ['exact'], parts: parts(1) }, slow: [] }) as never)
            : call(lane, task, argument, options),
      },
      () => Infinity,
      () => undefined,
    );
    const first = run.compute(startingExperiment);
    await settle();
    const second = run.compute(inOne);
    await settle();
    expect(asked.map(({ request }) => request.part.end)).toEqual([1, 2, groups]);
    asked.forEach(({ answer }) => answer());
    await expect(first).rejects.toThrow('a newer document takes its place');
    await expect(second).resolves.toMatchObject({ plan: { quick: { parts: parts(1) } } });
    expect(asked).toHaveLength(3);
  });

  it('ends a long run after the parts under way', async () => {
    run = createMatricesRun(
      poolOf(8),
      () => Infinity,
      () => undefined,
    );
    const first = run.compute(moved(1));
    const second = run.compute(moved(2));
    await settle();
    asked.forEach(({ answer }) => answer());
    await expect(first).rejects.toThrow('a newer document takes its place');
    await settle();
    expect(asked).toHaveLength(4);
    expect(asked.slice(2).map(({ request }) => request.part.first)).toEqual([0, 1]);
    for (let turn = 0; turn < 6; turn++) {
      asked.forEach(({ answer }) => answer());
      await settle();
    }
    await expect(second).resolves.toBeDefined();
  });
});
