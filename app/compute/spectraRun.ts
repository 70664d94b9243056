import type { MatrixId } from '../../engine/curvature/index.ts';
import { Superseded } from '../../workers/lanes.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Spectra, SpectraReply, SpectraRequest } from '../../workers/protocol.ts';
import { deadlineOf } from './limits.ts';

/** Up to this W the eigenvalues come with every picture, beyond it when the document rests. */
const LIVE_SPECTRA_W = 64;

/** Whether the eigenvalues of W weights follow every frame. */
export const areLive = (W: number): boolean => W <= LIVE_SPECTRA_W;

interface Run {
  readonly request: SpectraRequest;
  readonly resolve: (spectra: Spectra) => void;
  readonly reject: (reason: Error) => void;
  /** Nobody waits for it any more: no further slice is asked for. */
  dropped: boolean;
}

export interface SpectraRun {
  /** The extreme eigenvalues asked for; `Superseded` when interrupted, or a newer request took the place. */
  compute(request: SpectraRequest): Promise<Spectra>;
  /** Ends what is not live: what waits at once, what is under way with its slice, which still counts if it is the last. */
  interrupt(): void;
}

const superseded = (): Error => new Superseded('a newer document takes its place');

/** A worker keeps the work of one run: runs that need more than a slice go one after another, those of all labs. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/** The same request without the numbers that a worker has already. */
function light(request: SpectraRequest): SpectraRequest {
  const given: Partial<Record<MatrixId, null>> = {};
  for (const id of Object.keys(request.given)) given[id as MatrixId] = null;
  return { ...request, given };
}

/**
 * Computes extreme eigenvalues in slices, so that a worker is soon free for other work. One run is under way and the
 * newest waits; one for another problem ends after its slice, unless it is live: those must keep arriving in a drag.
 */
export function createSpectraRun(pool: Pick<Pool, 'run' | 'giveUp'>): SpectraRun {
  let current: Run | null = null;
  let waiting: Run | null = null;

  async function inSlices(run: Run): Promise<Spectra> {
    const deadlineMilliseconds = deadlineOf(run.request.problem);
    const slice = (request: SpectraRequest): Promise<SpectraReply> =>
      pool.run('spectra', 'spectra', request, { deadlineMilliseconds });
    const first = await slice(run.request);
    if (first.done) return first.spectra;
    return inTurn(async () => {
      for (let missing = first.missing; ;) {
        if (run.dropped) throw superseded();
        const reply = await slice(missing ? run.request : light(run.request));
        if (reply.done) return reply.spectra;
        missing = reply.missing;
      }
    });
  }

  function start(run: Run): void {
    current = run;
    const leave = (): void => {
      current = null;
      const next = waiting;
      waiting = null;
      if (next !== null) start(next);
    };
    inSlices(run).then(run.resolve, run.reject).finally(leave);
  }

  const isLong = ({ request }: Run): boolean => !areLive(request.problem.parameters.length);

  return {
    compute: (request) =>
      new Promise((resolve, reject) => {
        const run: Run = { request, resolve, reject, dropped: false };
        if (current === null) return start(run);
        waiting?.reject(superseded());
        waiting = run;
        if (isLong(current) && current.request.version !== request.version) current.dropped = true;
      }),
    interrupt() {
      if (waiting !== null && isLong(waiting)) {
        waiting.reject(superseded());
        waiting = null;
      }
      if (current === null || !isLong(current)) return;
      current.dropped = true;
      pool.giveUp('spectra');
    },
  };
}
