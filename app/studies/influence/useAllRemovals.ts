import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { InfluenceReply, RetrainReply } from '../../../workers/protocol/influence.ts';
import { useWork } from '../../lenses/useWork.ts';
import type { Pair } from './pairFigure.ts';
import { retrainFully } from './retrainFully.ts';

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

/** Up to about two seconds of a worker's time they are retrained without being told to. */
const MOST_QUICK = 5e6;
/** Weights that still move are let come to rest first. */
const REST_MILLISECONDS = 300;

const isQuick = ({ batch, parameters }: Problem, count: number): boolean =>
  count * batch.N * parameters.length ** 2 <= MOST_QUICK;

/** Really retrains without each pattern, one after another: at once where that is quick, else when told to. */
export function useAllRemovals(problem: Problem, reply: InfluenceReply | null) {
  const { start, cancel, running, problem: failure } = useWork();
  const [results, setResults] = useState<readonly RetrainReply[]>([]);
  const patternErrors = reply?.patternErrors ?? null;
  // the same list for as long as it holds the same patterns
  const key = patternErrors === null ? '' : patternsOf(patternErrors).join(',');
  const patterns = useMemo(() => (key === '' ? [] : key.split(',').map(Number)), [key]);
  /** Those that the results are of: another matrix may rank patterns otherwise. */
  const [tried, setTried] = useState<readonly number[]>([]);
  const begin = useCallback(() => {
    setTried(patterns);
    setResults([]);
    start(async (run) => {
      for (const n of patterns) {
        const reply = await retrainFully(run, { problem, edit: { kind: 'remove', n }, grid: null });
        setResults((before) => [...before, reply]);
      }
    });
  }, [start, problem, patterns]);
  useEffect(() => {
    const waiting =
      patterns.length > 0 && isQuick(problem, patterns.length) ? setTimeout(begin, REST_MILLISECONDS) : null;
    return () => {
      if (waiting !== null) clearTimeout(waiting);
      setResults([]);
      cancel();
    };
  }, [problem, patterns, begin, start, cancel]);
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
