import type { RaceCurve } from './useRace.ts';

/** How far a rule comes before E exceeds a limit. */
export interface Reach {
  readonly count: number;
  /** E after those deletions. */
  readonly error: number;
  /** Whether the next deletion is known and would exceed the limit. */
  readonly exceeds: boolean;
}

/** The deletions before the first that lifts E above the limit. */
export function reachOf({ start, deletions }: RaceCurve, limit: number): Reach {
  const first = deletions.findIndex(({ error }) => !(error <= limit));
  const count = first < 0 ? deletions.length : first;
  return { count, error: deletions[count - 1]?.error ?? start, exceeds: first >= 0 };
}
