import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { InfluenceReply, RetrainRequest } from '../../../workers/protocol/influence.ts';
import { useSeries } from '../../lenses/useSeries.ts';
import type { Pair } from './pairFigure.ts';
import { RETRAINING_STEPS } from './useInfluence.ts';

/** Networks trained one after another at most. */
export const MOST_PATTERNS = 200;

/** The patterns of largest predicted influence, in the order of the data. */
function patternsOf(patternErrors: Float64Array): readonly number[] {
  const size = (n: number): number => patternErrors[n] ?? NaN;
  return Array.from(patternErrors.keys())
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST_PATTERNS)
    .sort((a, b) => a - b);
}

export const patternName = (n: number): string => `pattern ${n + 1}`;

/** Really retrains without each pattern, one after another, when told to; another problem ends it. */
export function useAllRemovals(problem: Problem, reply: InfluenceReply | null) {
  const { start, cancel, results, running, problem: failure } = useSeries('retrain');
  const patternErrors = reply?.patternErrors ?? null;
  const patterns = useMemo(() => (patternErrors === null ? [] : patternsOf(patternErrors)), [patternErrors]);
  /** Those that the results are of: another matrix may rank patterns otherwise. */
  const [tried, setTried] = useState<readonly number[]>([]);
  useEffect(() => {
    start([]);
    return cancel;
  }, [problem, start, cancel]);
  const begin = (): void => {
    setTried(patterns);
    start(
      patterns.map((n): RetrainRequest => ({
        problem,
        edit: { kind: 'remove', n },
        grid: null,
        steps: RETRAINING_STEPS,
      })),
    );
  };
  const pairs = useMemo(
    () =>
      results.flatMap(({ patternError }, at): Pair[] => {
        const n = tried[at];
        return n === undefined
          ? []
          : [{ name: patternName(n), predicted: patternErrors?.[n] ?? NaN, truth: patternError }];
      }),
    [results, tried, patternErrors],
  );
  return { begin, cancel, running, failure, pairs, patterns, results };
}
