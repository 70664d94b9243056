/** One worker computing the whole exact Hessian against two computing half of the work each. */
import { splitInParts } from '../../engine/network/parts.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { ownedRows } from '../../engine/network/ownedRows.ts';
import { placeRows } from '../../workers/parts/packRows.ts';
import { largestDifference } from './difference.ts';
import type { StartHalf } from './halves.ts';
import { N, nameOf } from './networks.ts';
import { matrixRun } from './ours.ts';
import { problemOf } from './problems.ts';
import { timeInTurn, type Effort, type Timing } from './stopwatch.ts';

export interface TwoWorkersReport {
  readonly network: string;
  readonly W: number;
  readonly milliseconds: Readonly<Record<'oneWorker' | 'twoWorkers' | 'twoWorkersPutTogether', Timing>>;
  readonly speedup: number;
  /** Largest difference of an entry from the whole computed at once, relative to the largest entry. */
  readonly difference: number;
}

/** Wall time from the first message sent to the last rows received, or put in their places in the whole. */
export async function measureTwoWorkers(
  sizes: readonly number[],
  start: StartHalf,
  effort: Effort,
): Promise<TwoWorkersReport> {
  const problem = problemOf(sizes, N);
  const topology = topologyOf(problem.network);
  const halves = splitInParts(topology, 2).map((part) => ({
    part,
    worker: start(),
    shares: ownedRows(topology, part),
  }));
  const whole = new Float64Array(topology.W ** 2);

  const together = (place: boolean): Promise<unknown> =>
    Promise.all(
      halves.map(async ({ part, worker, shares }) => {
        const rows = await worker.ask({ problem, part });
        if (place) placeRows(shares, rows, whole, topology.W);
      }),
    );

  const milliseconds = await timeInTurn(
    {
      oneWorker: () => halves[0].worker.ask({ problem, part: null }),
      twoWorkers: () => together(false),
      twoWorkersPutTogether: () => together(true),
    },
    effort,
  );
  halves.forEach(({ worker }) => worker.end());
  return {
    network: nameOf(sizes),
    W: topology.W,
    milliseconds,
    speedup: milliseconds.oneWorker.median / milliseconds.twoWorkers.median,
    difference: largestDifference(whole, matrixRun('exact', problem)()),
  };
}
