import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Spectra, SpectraReply, SpectraRequest } from '../../workers/protocol.ts';
import { deadlineOf } from './limits.ts';
import { createNewestRun, superseded } from './newestRun.ts';

/** Up to this W the eigenvalues come with every picture, beyond it when the document rests. */
const LIVE_SPECTRA_W = 64;

/** Whether the eigenvalues of W weights follow every frame. */
export const areLive = (W: number): boolean => W <= LIVE_SPECTRA_W;

export interface SpectraRun {
  /** The extreme eigenvalues asked for; `Superseded` when interrupted, or a newer request took the place. */
  compute(request: SpectraRequest): Promise<Spectra>;
  /** Ends what is not live: what waits at once, what is under way with its slice, which still counts if it is the last. */
  interrupt(): void;
}

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
  async function inSlices(request: SpectraRequest, isDropped: () => boolean): Promise<Spectra> {
    const deadlineMilliseconds = deadlineOf(request.problem);
    const slice = (next: SpectraRequest): Promise<SpectraReply> =>
      pool.run('spectra', 'spectra', next, { deadlineMilliseconds });
    const first = await slice(request);
    if (first.done) return first.spectra;
    return inTurn(async () => {
      for (let missing = first.missing; ;) {
        if (isDropped()) throw superseded();
        const reply = await slice(missing ? request : light(request));
        if (reply.done) return reply.spectra;
        missing = reply.missing;
      }
    });
  }

  const isLong = ({ problem }: SpectraRequest): boolean => !areLive(problem.parameters.length);
  const runs = createNewestRun(
    inSlices,
    (current, newer) => isLong(current) && current.version !== newer.version,
  );

  return {
    compute: runs.compute,
    interrupt() {
      if (runs.drop(isLong)) pool.giveUp('spectra');
    },
  };
}
