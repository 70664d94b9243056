import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Superseded } from '../../workers/lanes.ts';
import type { Pool } from '../../workers/pool.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { startScheduler, type Scheduler } from './scheduler.ts';
import { explorer } from '../state/lab.ts';

interface Request {
  readonly lane: string;
  readonly argument: { readonly problem: { readonly parameters: Float64Array } };
  readonly answer: (value: unknown) => void;
  readonly refuse: (error: Error) => void;
}

let requests: Request[] = [];
let frames: (() => void)[] = [];
let scheduler: Scheduler;

/** Everything in one part, unless a test says otherwise. */
const plan = { quick: { matrices: [], parts: [{ first: 0, end: 1 }] }, slow: [] };

const run = ((lane: string, _task: string, argument: Request['argument']) =>
  new Promise((answer, refuse) => {
    if (lane === 'plan') return answer(plan);
    requests.push({ lane, argument, answer, refuse });
  })) as unknown as Pool['run'];

/** What a worker says of a document without matrices: the error names the answer. */
const reply = (error = 0, of = 0) => ({
  matrices: {},
  exact: null,
  error,
  gradient: Float64Array.of(of),
});

const pool = { run: vi.fn(run) as unknown as Pool['run'], giveUp: () => undefined, size: 2 };
const asked = (lane: string): readonly Request[] => requests.filter((request) => request.lane === lane);
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const frame = (): Promise<unknown> => {
  frames.splice(0).forEach((callback) => callback());
  return turn();
};
const now = () => explorer.experiment.getState().experiment;

const move = (to: number): void =>
  explorer.edit((experiment) => ({ ...experiment, parameters: experiment.parameters.map(() => to) }));

const widen = (W: number): void => {
  explorer.edit((experiment) => ({ ...experiment, parameters: Array<number>(W).fill(0.1) }));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  requests = [];
  frames = [];
  explorer.open(startingExperiment);
  explorer.results.setState({ snapshot: null, spectra: null, fit: null, products: null, problem: null });
  explorer.directionPanel.setState({ open: false });
  scheduler = startScheduler(explorer, pool, (callback) => frames.push(callback));
});

afterEach(() => {
  scheduler.stop();
  vi.useRealTimers();
});

describe('scheduler', () => {
  it('asks once in a frame, for the newest document', async () => {
    await frame();
    [1, 2, 3].forEach(move);
    expect(asked('snapshot')).toHaveLength(1);
    await frame();
    expect(asked('snapshot').map(({ argument }) => argument.problem.parameters[0])).toEqual([
      startingExperiment.parameters[0],
      3,
    ]);
    expect(asked('predict')).toHaveLength(2);
  });

  it('shows a reply with the document it was computed from, and none that is older than what is shown', async () => {
    await frame();
    move(1);
    await frame();
    const [first, second] = asked('snapshot');
    second?.answer(reply(2));
    await turn();
    expect(explorer.results.getState().snapshot?.experiment).toBe(now());
    first?.answer(reply(1));
    await turn();
    expect(explorer.results.getState().snapshot?.value.error).toBe(2);
  });

  it('asks for the plan of the newest document only: in its lane another would take its place', async () => {
    await frame();
    explorer.edit((experiment) => ({ ...experiment, view: { ...experiment.view, matrices: ['exact'] } }));
    await frame();
    const plans = (): number => vi.mocked(pool.run).mock.calls.filter(([lane]) => lane === 'plan').length;
    const before = plans();
    asked('snapshot')[0]?.answer(reply());
    await turn();
    expect(plans()).toBe(before);
  });

  it('keeps what is shown when nothing that it depends on changes', async () => {
    await frame();
    asked('snapshot')[0]?.answer(reply());
    await turn();
    explorer.edit((experiment) => ({ ...experiment, title: 'Renamed' }));
    expect(explorer.results.getState().snapshot?.experiment).toBe(now());
    await frame();
    expect(asked('snapshot')).toHaveLength(1);
    expect(scheduler.isBehind()).toBe(false);
  });

  it('gives a late reply to the document that has the same inputs by then', async () => {
    await frame();
    explorer.edit((experiment) => ({ ...experiment, title: 'Renamed' }));
    asked('snapshot')[0]?.answer(reply());
    await turn();
    expect(explorer.results.getState().snapshot?.experiment).toBe(now());
  });

  it('is behind until the newest document is answered', async () => {
    expect(scheduler.isBehind()).toBe(true);
    await frame();
    move(1);
    await frame();
    const [first, second] = asked('snapshot');
    first?.answer(reply());
    await turn();
    expect(scheduler.isBehind()).toBe(true);
    second?.answer(reply());
    await turn();
    expect(scheduler.isBehind()).toBe(false);
  });

  it('asks for eigenvalues at once when W is small, and at rest when it is large', async () => {
    await frame();
    expect(asked('spectra')).toHaveLength(1);
    asked('spectra')[0]?.answer({ done: true, spectra: {} });
    widen(65);
    await frame();
    await vi.advanceTimersByTimeAsync(100);
    move(2);
    await frame();
    await vi.advanceTimersByTimeAsync(149);
    expect(asked('spectra')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked('spectra')[1]?.argument.problem.parameters[0]).toBe(2);
  });

  it('asks for no further slice of eigenvalues when the document changes, and again when it comes back', async () => {
    widen(65);
    const wide = now();
    const rest = async (): Promise<void> => {
      await frame();
      await vi.advanceTimersByTimeAsync(150);
    };
    await rest();
    asked('spectra')[0]?.answer({ done: false, missing: false });
    await turn();
    expect(asked('spectra')).toHaveLength(2);
    move(2);
    asked('spectra')[1]?.answer({ done: false, missing: false });
    await turn();
    expect(asked('spectra')).toHaveLength(2);
    explorer.edit(() => wide);
    await rest();
    const again = asked('spectra')[2];
    expect(again?.argument.problem.parameters[0]).toBe(0.1);
    again?.answer({ done: true, spectra: { exact: { smallest: -1, largest: 1, bound: 0 } } });
    await turn();
    expect(explorer.results.getState().spectra?.experiment).toBe(wide);
  });

  it('does not begin with eigenvalues whose document has left before there was a plan', async () => {
    widen(65);
    await frame();
    const late: (() => void)[] = [];
    vi.mocked(pool.run).mockImplementationOnce(() => new Promise((answer) => late.push(() => answer(plan))));
    explorer.edit((experiment) => ({ ...experiment, view: { ...experiment.view, matrices: ['exact'] } }));
    await frame();
    await vi.advanceTimersByTimeAsync(150);
    explorer.edit((experiment) => ({ ...experiment, view: { ...experiment.view, matrices: ['diagonal'] } }));
    late.forEach((answer) => answer());
    await turn();
    expect(asked('spectra')).toHaveLength(0);
    await frame();
    await vi.advanceTimersByTimeAsync(150);
    expect(asked('spectra')).toHaveLength(1);
  });

  it('asks for products only while the panel is open', async () => {
    await frame();
    expect(asked('product')).toHaveLength(0);
    explorer.directionPanel.setState({ open: true });
    await frame();
    move(1);
    await frame();
    expect(asked('product')).toHaveLength(2);
    explorer.directionPanel.setState({ open: false });
    move(2);
    await frame();
    expect(asked('product')).toHaveLength(2);
  });

  it('passes on why a document could not be computed, until one can', async () => {
    await frame();
    asked('snapshot')[0]?.refuse(new Error('a sentence'));
    await turn();
    expect(explorer.results.getState().problem).toBe('a sentence');
    move(1);
    await frame();
    asked('snapshot')[1]?.refuse(new Superseded('newer'));
    await turn();
    move(2);
    await frame();
    asked('snapshot')[2]?.answer(reply());
    await turn();
    expect(explorer.results.getState().problem).toBeNull();
  });

  it('says what is too large and what is still possible', async () => {
    widen(12_345);
    await frame();
    asked('snapshot')[0]?.answer(reply());
    await turn();
    expect(explorer.results.getState().problem).toMatch(/^One matrix with W = 12,345 takes 1,219 MB/);
  });

  it('ends on the newest document, whatever the order of edits, frames and replies', async () => {
    const action = fc.oneof(
      fc.record({ do: fc.constant('move' as const), to: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ do: fc.constantFrom('frame' as const, 'title' as const) }),
      fc.record({ do: fc.constant('answer' as const), which: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        let shown = -1;
        const answer = (request: Request | undefined): void =>
          request?.answer(reply(requests.indexOf(request), request.argument.problem.parameters[0]));
        for (const one of actions) {
          if (one.do === 'move') move(one.to);
          if (one.do === 'frame') await frame();
          if (one.do === 'title')
            explorer.edit((experiment) => ({ ...experiment, title: `${Math.random()}` }));
          if (one.do === 'answer') answer(asked('snapshot').at(-1 - one.which));
          await turn();
          const order = explorer.results.getState().snapshot?.value.error ?? -1;
          expect(order).toBeGreaterThanOrEqual(shown);
          shown = order;
        }
        await frame();
        asked('snapshot').forEach(answer);
        await turn();
        const result = explorer.results.getState().snapshot;
        expect(result?.experiment).toBe(now());
        expect(result?.value.gradient[0]).toBe(now().parameters[0]);
      }),
      { numRuns: 100 },
    );
  });
});
