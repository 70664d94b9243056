import { useMemo } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { useTask } from '../../lenses/useTask.ts';
import { BY_ITSELF } from './raceLimits.ts';
import { isLost, type Run } from './raceRun.ts';

/** The largest eigenvalue of H at the start, asked for where a learning rate was too large; else null. */
export function useLargest(problem: Problem, runs: readonly Run[]): number | null {
  const asks =
    problem.parameters.length <= BY_ITSELF &&
    runs.some((run) => isLost(run) && (run.id === 'gradient-descent' || run.id === 'momentum'));
  const request = useMemo(() => (asks ? { problem, matrix: 'exact' as const } : null), [asks, problem]);
  const { result, answered } = useTask('eigenvalues', request);
  return asks && answered?.problem === problem ? (result?.values[0] ?? null) : null;
}
