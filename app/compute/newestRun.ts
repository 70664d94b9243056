import { Superseded } from '../../workers/lanes.ts';

export const superseded = (): Error => new Superseded('a newer document takes its place');

interface Run<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
  /** Nobody waits for it any more: it asks for nothing further. */
  dropped: boolean;
}

export interface NewestRun<Request, Result> {
  /** `Superseded` when a newer request took the place. */
  compute(request: Request): Promise<Result>;
  /**
   * Ends what waits at once, and what is under way as soon as it asks whether it is dropped; those meant only.
   * @returns whether something was under way
   */
  drop(isMeant?: (request: Request) => boolean): boolean;
}

/** Work of several steps: one run is under way and the newest waits; some end early for a newer one. */
export function createNewestRun<Request, Result>(
  work: (request: Request, isDropped: () => boolean) => Promise<Result>,
  endsFor: (current: Request, newer: Request) => boolean,
): NewestRun<Request, Result> {
  let current: Run<Request, Result> | null = null;
  let waiting: Run<Request, Result> | null = null;

  function start(run: Run<Request, Result>): void {
    current = run;
    const leave = (): void => {
      current = null;
      const next = waiting;
      waiting = null;
      if (next !== null) start(next);
    };
    work(run.request, () => run.dropped)
      .then(run.resolve, run.reject)
      .finally(leave);
  }

  return {
    compute: (request) =>
      new Promise((resolve, reject) => {
        const run = { request, resolve, reject, dropped: false };
        if (current === null) return start(run);
        waiting?.reject(superseded());
        waiting = run;
        if (endsFor(current.request, request)) current.dropped = true;
      }),
    drop(isMeant = () => true) {
      if (waiting !== null && isMeant(waiting.request)) {
        waiting.reject(superseded());
        waiting = null;
      }
      if (current === null || !isMeant(current.request)) return false;
      current.dropped = true;
      return true;
    },
  };
}
