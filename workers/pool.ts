import { transfer, wrap, type Remote } from 'comlink';
import { asError } from './asError.ts';
import { Lanes, Superseded, type Call, type Lane } from './lanes.ts';
import type { EngineApi } from './protocol.ts';

type Task = keyof EngineApi;
type Argument<T extends Task> = Parameters<EngineApi[T]>[0];
type Result<T extends Task> = ReturnType<EngineApi[T]>;
type Send = (task: Task, argument: unknown) => Promise<unknown>;

export interface PoolOptions {
  readonly spawn: () => Worker;
  readonly size: number;
  /** One short sentence for the person. */
  readonly onNotice: (text: string) => void;
  /** A few small calls for a fresh worker, so that its code is compiled before it matters. */
  readonly warmUp?: readonly { readonly task: Task; readonly argument: unknown }[];
  /** A call that is no longer the newest of its lane is given up with its worker after this long. */
  readonly patienceMilliseconds?: number;
}

export interface RunOptions {
  readonly deadlineMilliseconds: number;
  /** Calls of one lane that run side by side have different places. */
  readonly place?: number;
  /** Buffers that the page does not read any more, for the worker to write its results to. */
  readonly spare?: readonly ArrayBuffer[];
  /** How long this call may go on when nobody waits for it any more; the pool's own patience otherwise. */
  readonly patienceMilliseconds?: number;
}

export interface Pool {
  readonly size: number;
  /** Runs a task; rejects with `Superseded` when a newer call of the same lane and place took its turn. */
  run<T extends Task>(lane: Lane, task: T, argument: Argument<T>, options: RunOptions): Promise<Result<T>>;
  /**
   * Gives up what is waiting or under way in a lane, or in some of its places: its callers get `Superseded`, its
   * workers end or are replaced, after the given time or that of the call.
   */
  giveUp(lane: Lane, isMeant?: (place: number) => boolean, patienceMilliseconds?: number): void;
  dispose(): void;
}

/** A worker and the call it is at. */
interface Member {
  readonly worker: Worker;
  readonly send: Send;
  call: Call | null;
  startedAt: number;
  deadline: ReturnType<typeof setTimeout> | undefined;
  patience: ReturnType<typeof setTimeout> | undefined;
  /** It has answered once, so its script runs: worth replacing at once when it dies. */
  proven: boolean;
}

const DEFAULT_PATIENCE = 3000;
/** Added to the deadline of a worker's first call: its script may come over a slow line. */
const LOADING_MILLISECONDS = 45_000;

/** Calls through a Comlink proxy. Each property read makes a proxy of its own, so they are read once. */
function sendTo(remote: Remote<EngineApi>): Send {
  const tasks = new Map<Task, (argument: unknown) => Promise<unknown>>();
  return (task, argument) => {
    const call = tasks.get(task) ?? (remote[task] as unknown as (argument: unknown) => Promise<unknown>);
    tasks.set(task, call);
    return call(argument);
  };
}

const loadingTime = ({ proven }: Member): number => (proven ? 0 : LOADING_MILLISECONDS);

/** As many workers as the machine runs at once, but no more than eight. */
export const poolSize = (concurrency: number | undefined): number =>
  Math.max(1, Math.min(8, concurrency ?? 1));

/**
 * Workers that run the engine. Newest wins in every lane; a worker that crashes or hangs is replaced and its
 * call repeated once; an error the engine throws rejects the call as it is.
 */
export function createPool(options: PoolOptions): Pool {
  const { size, onNotice, patienceMilliseconds = DEFAULT_PATIENCE } = options;
  const lanes = new Lanes();
  const members = new Set<Member>();
  let disposed = false;

  function hire(): Member {
    const worker = options.spawn();
    const member: Member = {
      worker,
      send: sendTo(wrap<EngineApi>(worker)),
      call: null,
      startedAt: 0,
      deadline: undefined,
      patience: undefined,
      proven: false,
    };
    const crashed = (): void => fail(member, 'a worker stopped');
    worker.addEventListener('error', crashed);
    worker.addEventListener('messageerror', crashed);
    members.add(member);
    const answered = (): void => {
      member.proven = true;
    };
    for (const { task, argument } of options.warmUp ?? [])
      member.send(task, argument).then(answered, answered);
    return member;
  }

  /** Takes the call off a member: it is answered, or will never be. */
  function release(member: Member): Call | null {
    const { call } = member;
    clearTimeout(member.deadline);
    clearTimeout(member.patience);
    member.call = null;
    member.patience = undefined;
    if (call !== null) lanes.land(call);
    return call;
  }

  function retire(member: Member): Call | null {
    members.delete(member);
    member.worker.terminate();
    const call = release(member);
    if (member.proven && !disposed) hireQuietly();
    return call;
  }

  function fail(member: Member, what: string): void {
    if (!members.has(member)) return;
    const call = retire(member);
    if (call !== null) {
      call.failures += 1;
      if (call.failures > 1) call.reject(new Error(`${what} twice, so this was given up: ${call.task}`));
      else lanes.putBack(call);
    }
    if (call !== null || member.proven)
      onNotice(`${what[0]?.toUpperCase()}${what.slice(1)} and was replaced.`);
    dispatch();
  }

  function hireQuietly(): Member | null {
    try {
      return hire();
    } catch (error) {
      if (members.size === 0) lanes.drain(new Error(`no worker could be started: ${String(error)}`));
      return null;
    }
  }

  function finish(member: Member, call: Call, settle: () => void): void {
    if (member.call !== call) return;
    release(member);
    member.proven = true;
    settle();
    dispatch();
  }

  function start(member: Member, call: Call): void {
    member.call = call;
    member.startedAt = Date.now();
    member.deadline = setTimeout(
      () => fail(member, 'a worker took too long'),
      call.deadlineMilliseconds + loadingTime(member),
    );
    const { spare } = call;
    // They leave with the first try.
    call.spare = [];
    const argument = spare.length === 0 ? call.argument : transfer({ ...call.argument, spare }, [...spare]);
    member.send(call.task, argument).then(
      (result) => finish(member, call, () => call.resolve(result)),
      (thrown: unknown) => finish(member, call, () => call.reject(asError(thrown))),
    );
  }

  function dispatch(): void {
    while (!disposed && lanes.isReady()) {
      const idle =
        [...members].find((member) => member.call === null) ?? (members.size < size ? hireQuietly() : null);
      const call = idle === null ? undefined : lanes.take();
      if (idle === null || call === undefined) return;
      start(idle, call);
    }
  }

  /** Work that nobody waits for any more, and that does not end, makes room. */
  function makeRoom({ lane, place }: Pick<Call, 'lane' | 'place'>, soon?: number): void {
    const member = [...members].find(({ call }) => call?.lane === lane && call.place === place);
    if (member === undefined || (member.patience !== undefined && soon === undefined)) return;
    clearTimeout(member.patience);
    const giveUp = (): void => {
      retire(member)?.reject(new Superseded(`superseded by a newer call: ${lane}`));
      dispatch();
    };
    const patience = soon ?? member.call?.patienceMilliseconds ?? patienceMilliseconds;
    const end = member.startedAt + patience + loadingTime(member);
    member.patience = setTimeout(giveUp, Math.max(0, end - Date.now()));
  }

  for (let started = 0; started < size; started++) hireQuietly();

  return {
    size,
    run<T extends Task>(lane: Lane, task: T, argument: Argument<T>, options: RunOptions) {
      const { deadlineMilliseconds, place = 0, patienceMilliseconds, spare = [] } = options;
      return new Promise<Result<T>>((resolve, reject) => {
        if (disposed) return reject(new Superseded(`the pool is closed: ${lane}`));
        lanes.put({
          lane,
          place,
          task,
          argument,
          deadlineMilliseconds,
          patienceMilliseconds,
          spare,
          resolve: (result) => resolve(result as Result<T>),
          reject,
          failures: 0,
        });
        dispatch();
        if (lanes.isWaiting({ lane, place })) makeRoom({ lane, place });
      });
    },
    giveUp(lane, isMeant = () => true, soon) {
      lanes.drop(lane, new Superseded(`given up: ${lane}`), isMeant);
      for (const { call } of members) if (call?.lane === lane && isMeant(call.place)) makeRoom(call, soon);
    },
    dispose() {
      disposed = true;
      const closed = new Superseded('the pool is closed');
      lanes.drain(closed);
      for (const member of [...members]) retire(member)?.reject(closed);
    },
  };
}
