import { expose } from 'comlink';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asError, isSuperseded } from './asError.ts';
import type { Lane } from './lanes.ts';
import { createPool, poolSize, type Pool, type PoolOptions } from './pool.ts';

/** What a fake task does; `until` is held open until `release` is called with it. */
interface Order {
  readonly name: string;
  readonly does?: 'answer' | 'throw' | 'crash' | 'hang';
  readonly until?: string;
  /** Only the first worker that meets it misbehaves. */
  readonly once?: boolean;
}

const LANES: readonly Lane[] = ['snapshot', 'train', 'predict', 'product', 'spectra'];
const DEADLINE = 1000;
/** What a worker that has not answered yet gets on top. */
const LOADING = 45_000;

let started: string[] = [];
let running = 0;
let mostRunning = 0;
let gates = new Map<string, () => void>();
let misbehaved = new Set<string>();
let workers: FakeWorker[] = [];

/** A worker in the same thread: messages are cloned and arrive in a later microtask, as over a channel. */
class FakeWorker extends EventTarget {
  readonly #inside = new EventTarget();
  alive = true;
  #at = 0;

  constructor() {
    super();
    const endpoint = Object.assign(this.#inside, {
      postMessage: (data: unknown) => this.#deliver(this, data),
    });
    expose(Object.fromEntries(LANES.map((task) => [task, (order: Order) => this.#obey(order)])), endpoint);
    workers.push(this);
  }

  postMessage(data: unknown): void {
    this.#deliver(this.#inside, structuredClone(data));
  }

  terminate(): void {
    this.alive = false;
    running -= this.#at;
    this.#at = 0;
  }

  #deliver(to: EventTarget, data: unknown): void {
    queueMicrotask(() => {
      if (this.alive) to.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  async #obey({ name, does = 'answer', until, once = false }: Order): Promise<string> {
    started.push(name);
    this.#at += 1;
    running += 1;
    mostRunning = Math.max(mostRunning, running);
    const well = once && misbehaved.has(name);
    misbehaved.add(name);
    if (until !== undefined) await new Promise<void>((resolve) => gates.set(until, resolve));
    if (!well && does === 'hang') await new Promise(() => {});
    if (!well && does === 'crash') {
      this.dispatchEvent(new Event('error'));
      await new Promise(() => {});
    }
    if (this.alive) {
      this.#at -= 1;
      running -= 1;
    }
    if (!well && does === 'throw') throw new RangeError(`refused: ${name}`);
    return `done ${name}`;
  }
}

const notices: string[] = [];

const poolOf = (options: Partial<PoolOptions> = {}): Pool =>
  createPool({
    spawn: () => new FakeWorker() as unknown as Worker,
    size: 1,
    onNotice: (text) => notices.push(text),
    ...options,
  });

/** The fake obeys orders instead of solving problems, so one cast stands between the two. */
const run = (pool: Pool, lane: Lane, order: Order): Promise<string> =>
  pool.run(lane, 'predict', order as never, { deadlineMilliseconds: DEADLINE }) as unknown as Promise<string>;

const outcome = (promise: Promise<string>): Promise<string> =>
  promise.catch((thrown: unknown) => {
    const error = asError(thrown);
    return isSuperseded(error) ? 'superseded' : error.message;
  });

const turns = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  started = [];
  running = 0;
  mostRunning = 0;
  gates = new Map();
  misbehaved = new Set();
  workers = [];
  notices.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

describe('pool', () => {
  it('has between one and eight workers', () => {
    expect([undefined, 0, 1, 2, 8, 64].map(poolSize)).toEqual([1, 1, 1, 2, 8, 8]);
  });

  it('runs the newest waiting call of a lane and supersedes the others', async () => {
    const pool = poolOf({ size: 2 });
    const results = ['a', 'b', 'c', 'd'].map((name) => outcome(run(pool, 'snapshot', { name, until: name })));
    await turns();
    expect(started).toEqual(['a']);
    gates.get('a')?.();
    await turns();
    gates.get('d')?.();
    await turns();
    expect(await Promise.all(results)).toEqual(['done a', 'superseded', 'superseded', 'done d']);
    expect(started).toEqual(['a', 'd']);
  });

  it('takes waiting lanes by urgency', async () => {
    const pool = poolOf();
    const first = run(pool, 'spectra', { name: 'first', until: 'first' });
    await turns();
    const rest = [...LANES].reverse().map((lane) => run(pool, lane, { name: lane }));
    await turns();
    gates.get('first')?.();
    await Promise.all([first, ...rest]);
    expect(started).toEqual(['first', 'snapshot', 'train', 'predict', 'product', 'spectra']);
  });

  it('replaces a crashed worker, repeats its call once and says so', async () => {
    const pool = poolOf();
    const result = run(pool, 'train', { name: 'a', does: 'crash', once: true });
    expect(await result).toBe('done a');
    expect(started).toEqual(['a', 'a']);
    expect(workers.map((worker) => worker.alive)).toEqual([false, true]);
    expect(notices).toEqual(['A worker stopped and was replaced.']);
  });

  it('gives up a call that two workers died of, and goes on with the next', async () => {
    const pool = poolOf();
    expect(await outcome(run(pool, 'train', { name: 'a', does: 'crash' }))).toBe(
      'a worker stopped twice, so this was given up: predict',
    );
    expect(await run(pool, 'train', { name: 'b' })).toBe('done b');
    expect(started).toEqual(['a', 'a', 'b']);
  });

  it('does not start workers over and over when their script does not load', async () => {
    const pool = poolOf({ size: 2 });
    for (const worker of [...workers]) worker.dispatchEvent(new Event('error'));
    await turns();
    expect(workers).toHaveLength(2);
    expect(await run(pool, 'predict', { name: 'a' })).toBe('done a');
    expect(workers).toHaveLength(3);
  });

  it('replaces a worker that passes its deadline', async () => {
    const pool = poolOf();
    await run(pool, 'product', { name: 'first' });
    started = [];
    const result = run(pool, 'product', { name: 'a', does: 'hang', once: true });
    await vi.advanceTimersByTimeAsync(DEADLINE - 1);
    expect(started).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toBe('done a');
    expect(notices).toEqual(['A worker took too long and was replaced.']);
  });

  it('gives a worker that has not answered yet the time to load', async () => {
    const pool = poolOf();
    const result = run(pool, 'product', { name: 'a', does: 'hang', once: true });
    await vi.advanceTimersByTimeAsync(DEADLINE + LOADING - 1);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toBe('done a');
  });

  it('gives up long work that a newer call has overtaken', async () => {
    const pool = poolOf({ patienceMilliseconds: 300 });
    await run(pool, 'snapshot', { name: 'first' });
    started = [];
    const old = outcome(run(pool, 'snapshot', { name: 'old', does: 'hang' }));
    await vi.advanceTimersByTimeAsync(200);
    const fresh = run(pool, 'snapshot', { name: 'fresh' });
    await vi.advanceTimersByTimeAsync(99);
    expect(started).toEqual(['old']);
    await vi.advanceTimersByTimeAsync(1);
    expect(await old).toBe('superseded');
    expect(await fresh).toBe('done fresh');
    expect(notices).toEqual([]);
  });

  it('keeps a worker whose long work ended in time', async () => {
    const pool = poolOf({ patienceMilliseconds: 300 });
    await run(pool, 'snapshot', { name: 'first' });
    const old = run(pool, 'snapshot', { name: 'old', until: 'old' });
    const fresh = run(pool, 'snapshot', { name: 'fresh', until: 'fresh' });
    await turns();
    gates.get('old')?.();
    await vi.advanceTimersByTimeAsync(500);
    gates.get('fresh')?.();
    expect(await Promise.all([old, fresh])).toEqual(['done old', 'done fresh']);
    expect(workers).toHaveLength(1);
  });

  it('passes on what the engine throws, without repeating it', async () => {
    const pool = poolOf();
    await expect(run(pool, 'train', { name: 'a', does: 'throw' })).rejects.toThrow('refused: a');
    expect(started).toEqual(['a']);
    expect(notices).toEqual([]);
  });

  it('rejects when no worker can be started', async () => {
    const pool = poolOf({
      spawn: () => {
        throw new Error('workers are switched off');
      },
    });
    await expect(run(pool, 'train', { name: 'a' })).rejects.toThrow('workers are switched off');
  });

  it('ends its workers and settles every call when disposed', async () => {
    const pool = poolOf({ size: 2 });
    const calls = (['snapshot', 'snapshot', 'train', 'predict'] as const).map((lane) =>
      outcome(run(pool, lane, { name: lane, does: 'hang' })),
    );
    await turns();
    pool.dispose();
    expect(await Promise.all(calls)).toEqual(Array(4).fill('superseded'));
    expect(await outcome(run(pool, 'train', { name: 'late' }))).toBe('superseded');
    expect(workers.filter((worker) => worker.alive)).toEqual([]);
  });

  it('settles every call and never runs more tasks than workers, whatever the interleaving', async () => {
    const order = fc.record({
      lane: fc.constantFrom(...LANES),
      does: fc.constantFrom('answer', 'answer', 'throw', 'crash', 'hang'),
      once: fc.boolean(),
      wait: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { maxLength: 30 }),
        fc.integer({ min: 1, max: 3 }),
        async (orders, size) => {
          running = 0;
          mostRunning = 0;
          misbehaved = new Set();
          const pool = poolOf({ size });
          const outcomes: Promise<string>[] = [];
          for (const [index, { lane, does, once, wait }] of orders.entries()) {
            outcomes.push(outcome(run(pool, lane, { name: `${index}`, does, once })));
            if (wait > 0) await vi.advanceTimersByTimeAsync(wait * 200);
          }
          await vi.advanceTimersByTimeAsync(2 * (DEADLINE + LOADING) * LANES.length);
          const settled = await Promise.all(outcomes);
          expect(settled).toHaveLength(orders.length);
          expect(mostRunning).toBeLessThanOrEqual(size);
          // the newest call of each lane is never the one that is dropped
          for (const lane of LANES) {
            const last = orders.findLastIndex((one) => one.lane === lane);
            if (last >= 0) expect(settled[last]).not.toBe('superseded');
          }
          pool.dispose();
        },
      ),
      { numRuns: 200 },
    );
  });
});
