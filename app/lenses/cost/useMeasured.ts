import { useEffect, useMemo, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Measurement, MeasureRequest, Method } from '../../../workers/protocol.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { useSeries } from '../useSeries.ts';
import { createMemory } from './memory.ts';
import type { MethodText } from './methods.ts';

/** Time for one method. */
const BUDGET_MILLISECONDS = 300;

type Times = ReadonlyMap<Method, Measurement>;

const NONE: Times = new Map();
const memory = createMemory<Times>();

/** What to ask of a worker for each method; without a budget it counts alone. */
export const requestsFor = (
  experiment: Experiment,
  possible: readonly MethodText[],
  budgetMilliseconds: number,
): readonly MeasureRequest[] =>
  possible.map(({ method }) => ({ problem: problemOf(experiment), method, budgetMilliseconds }));

export interface Measured {
  readonly measured: Times;
  readonly running: boolean;
  readonly done: number;
  readonly problem: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Times of all methods that exist for the experiment, as they are measured. */
export function useMeasured(experiment: Experiment, possible: readonly MethodText[]): Measured {
  const { results, running, problem, start, cancel } = useSeries('measure');
  const [measuredFor, setMeasuredFor] = useState<Experiment | null>(null);
  const own = measuredFor === experiment;
  const fresh = useMemo(
    (): Times =>
      new Map(
        possible.flatMap(({ method }, k) => {
          const result = results[k];
          return result === undefined ? [] : [[method, result] as const];
        }),
      ),
    [results, possible],
  );
  useEffect(() => {
    if (own && fresh.size > 0) memory.keep(experiment, fresh);
  }, [own, experiment, fresh]);
  return {
    measured: own ? fresh : (memory.recall(experiment) ?? NONE),
    running: running && own,
    done: results.length,
    problem,
    start() {
      setMeasuredFor(experiment);
      start(requestsFor(experiment, possible, BUDGET_MILLISECONDS));
    },
    cancel,
  };
}
