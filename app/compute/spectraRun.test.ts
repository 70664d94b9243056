import { beforeEach, describe, expect, it } from 'vitest';
import type { Lane } from '../../workers/lanes.ts';
import { Superseded } from '../../workers/lanes.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Spectra, SpectraReply, SpectraRequest } from '../../workers/protocol.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { problemOf } from './problemOf.ts';
import { createSpectraRun, type SpectraRun } from './spectraRun.ts';

interface Asked {
  readonly request: SpectraRequest;
  readonly answer: (reply: SpectraReply) => void;
  readonly refuse: (reason: Error) => void;
}

let asked: Asked[] = [];
let givenUp: Lane[] = [];
let run: SpectraRun;

const pool = {
  run: (_lane: string, _task: string, request: SpectraRequest) =>
    new Promise((answer, refuse) => {
      asked.push({ request, answer, refuse });
    }),
  giveUp: (lane: Lane) => givenUp.push(lane),
} as unknown as Pick<Pool, 'run' | 'giveUp'>;

/** A request for W weights. */
const requestOf = (version: number, W: number): SpectraRequest => ({
  version,
  problem: { ...problemOf(startingExperiment), parameters: new Float64Array(W) },
  matrices: ['exact'],
  given: { 'four-point': { form: 'diagonal', values: new Float64Array(W) } },
});
const long = (version: number): SpectraRequest => requestOf(version, 65);
const live = (version: number): SpectraRequest => requestOf(version, 64);

const more: SpectraReply = { done: false, missing: false };
const spectra: Spectra = { exact: { smallest: -1, largest: 2, bound: 0 } };
const end: SpectraReply = { done: true, spectra };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const answer = async (reply: SpectraReply): Promise<void> => {
  asked.at(-1)?.answer(reply);
  await settle();
};
const versions = (): number[] => asked.map(({ request }) => request.version);

beforeEach(() => {
  asked = [];
  givenUp = [];
  run = createSpectraRun(pool);
});

describe('eigenvalues in slices', () => {
  it('asks for slice after slice until it is done; given numbers go once, and to a worker that lacks them', async () => {
    const found = run.compute(long(1));
    await answer(more);
    await answer(more);
    await answer({ done: false, missing: true });
    await answer(end);
    await expect(found).resolves.toBe(spectra);
    expect(versions()).toEqual([1, 1, 1, 1]);
    const sent = asked.map(({ request }) => request.given['four-point'] !== null);
    expect(sent).toEqual([true, false, false, true]);
  });

  it('asks for no further slice once interrupted', async () => {
    const found = run.compute(long(1));
    await answer(more);
    run.interrupt();
    expect(givenUp).toEqual(['spectra']);
    await Promise.all([expect(found).rejects.toThrow(Superseded), answer(more)]);
    expect(asked).toHaveLength(2);
  });

  it('still delivers what is done when interrupted in its last slice', async () => {
    const found = run.compute(long(1));
    run.interrupt();
    await answer(end);
    await expect(found).resolves.toBe(spectra);
  });

  it('the newest wins: one for another problem ends after its slice, and of those that wait the newest begins', async () => {
    const first = run.compute(long(1));
    const second = run.compute(long(2));
    const third = run.compute(long(3));
    await expect(second).rejects.toThrow(Superseded);
    await Promise.all([expect(first).rejects.toThrow(Superseded), answer(more)]);
    expect(versions()).toEqual([1, 3]);
    await answer(end);
    await expect(third).resolves.toBe(spectra);
  });

  it('lets work for the same problem end before more of it begins', async () => {
    const first = run.compute(long(1));
    const second = run.compute(long(1));
    await answer(more);
    await answer(end);
    await answer(end);
    await expect(Promise.all([first, second])).resolves.toEqual([spectra, spectra]);
  });

  it('what waits is not begun once interrupted', async () => {
    const first = run.compute(long(1));
    const second = run.compute(long(1));
    run.interrupt();
    await expect(second).rejects.toThrow(Superseded);
    await Promise.all([expect(first).rejects.toThrow(Superseded), answer(more)]);
    expect(asked).toHaveLength(1);
  });

  it('a live run keeps arriving while the document changes, however many slices it needs', async () => {
    const first = run.compute(live(1));
    run.interrupt();
    const second = run.compute(live(2));
    run.interrupt();
    await answer(more);
    await answer(end);
    await expect(first).resolves.toBe(spectra);
    await answer(end);
    await expect(second).resolves.toBe(spectra);
    expect(versions()).toEqual([1, 1, 2]);
    expect(givenUp).toEqual([]);
  });

  it('passes an error on, and begins what waits', async () => {
    const first = run.compute(long(1));
    const second = run.compute(long(1));
    asked[0]?.refuse(new Error('a sentence'));
    await expect(first).rejects.toThrow('a sentence');
    await answer(end);
    await expect(second).resolves.toBe(spectra);
  });

  it('runs of two labs that need several slices go one after the other', async () => {
    const other = createSpectraRun(pool);
    const mine = run.compute(long(1));
    const theirs = other.compute(long(2));
    asked[0]?.answer(more);
    asked[1]?.answer(more);
    await settle();
    expect(versions()).toEqual([1, 2, 1]);
    await answer(more);
    await answer(end);
    await expect(mine).resolves.toBe(spectra);
    expect(versions()).toEqual([1, 2, 1, 1, 2]);
    await answer(end);
    await expect(theirs).resolves.toBe(spectra);
  });
});
