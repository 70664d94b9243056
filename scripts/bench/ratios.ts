import type { NetworkReport } from './network.ts';
import type { TwoWorkersReport } from './twoWorkers.ts';

/** What is promised of a ratio of medians; goals hold for one core in Chromium, the last for two. */
export interface Ratio {
  readonly what: string;
  readonly W: number;
  readonly value: number | null;
  readonly goal: string;
  readonly reached: boolean | null;
}

function ratio(what: string, W: number, value: number, kind: 'at least' | 'at most', limit: number): Ratio {
  const goal = `${kind} ${limit}`;
  // a library that does not run here has no time
  if (Number.isNaN(value)) return { what, W, value: null, goal, reached: null };
  return { what, W, value, goal, reached: kind === 'at least' ? value >= limit : value <= limit };
}

/** The ratios with a goal of what was measured. */
export function ratiosOf(
  networks: readonly NetworkReport[],
  twoWorkers: TwoWorkersReport | undefined,
): Ratio[] {
  function of(W: number, numerator: string, denominator: string): number {
    const times = networks.find((network) => network.W === W)?.milliseconds;
    const median = (name: string): number => times?.[name]?.median ?? NaN;
    return median(numerator) / median(denominator);
  }
  const ofTwo =
    twoWorkers === undefined
      ? []
      : [ratio('one worker / two workers', twoWorkers.W, twoWorkers.speedup, 'at least', 1.6)];
  if (networks.length === 0) return ofTwo;
  return [
    ratio('jax-js hessian / exact', 403, of(403, 'jaxJsHessian', 'exact'), 'at least', 250),
    ratio('R-columns on the same kernels / exact', 931, of(931, 'exactByRColumns', 'exact'), 'at least', 10),
    ratio(
      'exact / bare kernel for its multiplications',
      931,
      of(931, 'exact', 'bareKernelForExact'),
      'at most',
      1.8,
    ),
    ...networks.map(({ W }) => ratio('Hv / gradient', W, of(W, 'hessianVector', 'gradient'), 'at most', 2.5)),
    ...ofTwo,
  ];
}
