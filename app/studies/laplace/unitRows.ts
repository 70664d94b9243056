import type { UnitPoint } from './compareUnits.ts';
import type { Round } from './reestimate.ts';

/** Every start of one number of units, and the one with the largest evidence. */
export interface UnitRow {
  readonly M: number;
  readonly W: number;
  readonly starts: readonly UnitPoint[];
  readonly best: (UnitPoint & { readonly found: Round }) | null;
}

type Found = UnitPoint & { readonly found: Round };

const isFound = (point: UnitPoint): point is Found => !('refused' in point.found);

const better = (a: Found | null, b: Found): Found =>
  a === null || b.found.logEvidence > a.found.logEvidence ? b : a;

/** The points by their number of units, fewest first. */
export function unitRows(points: readonly UnitPoint[]): readonly UnitRow[] {
  const numbers = [...new Set(points.map(({ M }) => M))].sort((a, b) => a - b);
  return numbers.map((M) => {
    const starts = points.filter((point) => point.M === M);
    const W = starts[0]?.W ?? NaN;
    return { M, W, starts, best: starts.filter(isFound).reduce<Found | null>(better, null) };
  });
}

/** Less evidence than this apart is none: e^0.01 is a hundredth. */
const SAME = 0.01;

/** The row with the largest evidence; of those that are the same, the smallest network. */
export function bestRow(rows: readonly UnitRow[]): UnitRow | null {
  return rows.reduce<UnitRow | null>((best, row) => {
    if (row.best === null) return best;
    const least = (best?.best?.found.logEvidence ?? -Infinity) + SAME;
    return row.best.found.logEvidence > least ? row : best;
  }, null);
}

/** What an error is shown as: the root of the mean square for regression, else the mean of −ln p. */
export interface ErrorScale {
  readonly label: string;
  /** From the sum of E_n over N patterns with K outputs. */
  readonly of: (sum: number, N: number, K: number) => number;
}

export const errorScale = (regression: boolean): ErrorScale =>
  regression
    ? { label: 'root mean square error', of: (sum, N, K) => Math.sqrt((2 * sum) / (N * K)) }
    : { label: 'mean of −ln p(t)', of: (sum, N) => sum / N };
