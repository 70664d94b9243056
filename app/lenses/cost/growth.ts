import type { Measurement, Method } from '../../../workers/protocol.ts';
import type { Run } from '../useWork.ts';
import type { GrownNetwork } from './grownNetworks.ts';

/** The methods that are followed over growing networks. */
export const grownMethods = [
  'gradient',
  'Hv',
  'diagonal',
  'exact',
  'exact-r-columns',
  'outer-product',
  'four-point',
] as const satisfies readonly Method[];

export type GrownMethod = (typeof grownMethods)[number];

/** Time for one method at one size. */
const BUDGET_MILLISECONDS = 150;
/** A method that takes longer in one run is not tried on a larger network. */
const LONGEST_MILLISECONDS = 1500;

/** One method at one size. */
export interface GrowthPoint extends Measurement {
  readonly method: GrownMethod;
  readonly W: number;
}

/** Measures every method on every network, small ones first; methods that got slow stop. Passes on each point with the count done. */
export async function measureGrowth(
  networks: readonly GrownNetwork[],
  run: Run,
  onPoint: (point: GrowthPoint | null, done: number) => void,
): Promise<void> {
  const stopped = new Set<GrownMethod>();
  let done = 0;
  for (const { W, problem } of networks) {
    for (const method of grownMethods) {
      done += 1;
      if (stopped.has(method)) {
        onPoint(null, done);
        continue;
      }
      const measured = await run('measure', { problem, method, budgetMilliseconds: BUDGET_MILLISECONDS });
      if (!(measured.milliseconds <= LONGEST_MILLISECONDS)) stopped.add(method);
      onPoint(measured.runs === 0 ? null : { ...measured, method, W }, done);
    }
  }
}
