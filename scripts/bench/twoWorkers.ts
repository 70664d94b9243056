/** One worker computing the whole exact Hessian against two computing half of the work each. */
import { splitInParts } from '../../engine/network/parts.ts';
import { shareOf } from '../../engine/network/shares.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { JoinedMatrix } from '../../workers/parts/joinedMatrix.ts';
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
  /** Of the medians. */
  readonly speedup: number;
  /** Of the fastest samples: with both processors free. */
  readonly speedupUndisturbed: number;
  /** Largest difference of an entry from the whole computed at once, relative to the largest entry. */
  readonly difference: number;
}

/** Wall time from the first message sent to the last share received, or both put together in fresh memory. */
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
    spare: null as Float64Array | null,
  }));
  let whole: Float64Array = new Float64Array(0);

  const one = async (): Promise<unknown> => {
    const [half] = halves;
    const { spare, worker } = half;
    half.spare = null;
    half.spare = await worker.ask({ problem, part: null, spare });
    return half.spare;
  };

  const together = async (place: boolean): Promise<unknown> => {
    const joined = new JoinedMatrix(topology.W);
    await Promise.all(
      halves.map(async (half) => {
        const { part, worker, spare } = half;
        half.spare = null;
        const values = await worker.ask({ problem, part, spare });
        half.spare = values;
        joined.add(shareOf(topology, part), values);
      }),
    );
    if (place) whole = joined.values;
    return whole;
  };

  const milliseconds = await timeInTurn(
    {
      oneWorker: one,
      twoWorkers: () => together(false),
      twoWorkersPutTogether: () => together(true),
    },
    effort,
  );
  await together(true);
  halves.forEach(({ worker }) => worker.end());
  return {
    network: nameOf(sizes),
    W: topology.W,
    milliseconds,
    speedup: milliseconds.oneWorker.median / milliseconds.twoWorkers.median,
    speedupUndisturbed: milliseconds.oneWorker.fastest / milliseconds.twoWorkers.fastest,
    difference: largestDifference(whole, matrixRun('exact', problem)()),
  };
}
