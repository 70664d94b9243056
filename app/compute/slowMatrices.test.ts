import { beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment/document.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { splitInParts } from '../../engine/network/parts.ts';
import { engineApi } from '../../workers/engineApi.ts';
import { Superseded } from '../../workers/lanes.ts';
import type { Pool } from '../../workers/pool.ts';
import type { PartRequest, Plan } from '../../workers/protocol.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { problemOf } from './problemOf.ts';
import { createSlowMatrices, type SlowMatrices } from './slowMatrices.ts';
import { explorer } from '../state/lab.ts';
import { snapshotOf } from '../../workers/testing/snapshotOf.ts';

const id = 'gauss-newton';
const parts = splitInParts(topologyOf(startingExperiment.network), 4);
const plan: Plan = { quick: { matrices: ['exact'], parts: [] }, slow: [{ id, parts }] };

let asked: {
  readonly request: PartRequest;
  readonly answer: () => void;
  readonly refuse: (e: Error) => void;
}[];
let shown: number;
let slow: SlowMatrices;

const run = ((_lane: string, _task: string, request: PartRequest) =>
  new Promise((resolve, refuse) => {
    asked.push({ request, answer: () => resolve(engineApi.part(request)), refuse });
  })) as unknown as Pool['run'];
const giveUp = (): void => asked.forEach(({ refuse }) => refuse(new Superseded('given up: slow')));

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const progress = () => explorer.results.getState().progress[id];
const matrix = () => explorer.results.getState().snapshot?.value.matrices[id];
const moved: Experiment = {
  ...startingExperiment,
  parameters: startingExperiment.parameters.map((weight) => weight + 1),
};

async function answerAll(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    asked.forEach(({ answer }) => answer());
    await settle();
  }
}

beforeEach(() => {
  asked = [];
  shown = 0;
  const value = snapshotOf(problemOf(startingExperiment), ['exact']);
  explorer.results.setState({ snapshot: { experiment: startingExperiment, value }, progress: {} });
  slow = createSlowMatrices(explorer, { size: 2, run, giveUp }, () => {
    shown += 1;
  });
});

describe('slow matrices', () => {
  it('come part by part, with their progress, and are then complete', async () => {
    slow.follow(startingExperiment, plan);
    expect(progress()).toEqual({ done: 0, status: 'running' });
    expect(asked).toHaveLength(2);
    asked[0]?.answer();
    await settle();
    expect(progress()).toEqual({ done: 0.25, status: 'running' });
    expect(matrix()?.relativeError).toBeNaN();
    await answerAll();
    expect(progress()).toBeUndefined();
    expect(shown).toBe(1);
    const whole = snapshotOf(problemOf(startingExperiment), [id]);
    expect(matrix()?.relativeError).toBeCloseTo(whole.matrices[id]?.relativeError ?? NaN, 12);
    slow.follow(startingExperiment, plan);
    expect(progress()).toBeUndefined();
  });

  it('stop when told, and go on with the parts that are missing', async () => {
    slow.follow(startingExperiment, plan);
    asked[0]?.answer();
    await settle();
    const before = asked.length;
    slow.stop(id);
    await settle();
    expect(progress()).toEqual({ done: 0.25, status: 'stopped' });
    expect(asked).toHaveLength(before);
    slow.compute(id);
    await answerAll();
    expect(progress()).toBeUndefined();
    expect(new Set(asked.map(({ request }) => request.part.first)).size).toBe(parts.length);
    expect(matrix()?.values.some(Number.isNaN)).toBe(false);
  });

  it('end when the document changes, and begin anew for the next', async () => {
    slow.follow(startingExperiment, plan);
    slow.interrupt(moved);
    await settle();
    expect(progress()).toBeUndefined();
    slow.follow(moved, plan);
    await answerAll();
    const { matrices } = snapshotOf(problemOf(moved), [id]);
    expect(matrix()?.trace).toBeCloseTo(matrices[id]?.trace ?? NaN, 8);
  });
});
