import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Experiment, TrainingSpec } from '../../../engine/experiment/document.ts';
import type { Moment } from '../../../workers/protocol.ts';
import type { RunPoint } from '../../state/recording.ts';
import { useWork } from '../useWork.ts';
import { keepMoment, missingPoints, momentOf, momentRequest } from './moments.ts';

/** Longer than this the workers are not kept busy unasked. */
const BUDGET_MILLISECONDS = 20_000;

export interface Moments {
  /** What is known of each point, in the order of the points. */
  readonly moments: readonly (Moment | null)[];
  readonly missing: number;
  readonly running: boolean;
  /** Stopped, by the person or for its length, before all was known. */
  readonly stopped: 'cancelled' | 'long' | null;
  readonly problem: string | null;
  readonly cancel: () => void;
  readonly goOn: () => void;
}

interface Wanted {
  readonly experiment: Experiment;
  readonly points: readonly RunPoint[];
}

interface Stop {
  readonly curve: TrainingSpec['curve'];
  readonly why: 'cancelled' | 'long';
}

/** What the matrices say at every point of a run: computed in the workers, the most telling points first, and kept. */
export function useMoments(experiment: Experiment, points: readonly RunPoint[]): Moments {
  const { running, problem, start, cancel } = useWork();
  const [answers, answered] = useReducer((count: number) => count + 1, 0);
  const [stop, setStop] = useState<Stop | null>(null);
  const { curve } = experiment.training;
  const wanted = useRef<Wanted>({ experiment, points });
  useEffect(() => {
    wanted.current = { experiment, points };
  });
  const { moments, missing } = useMemo(
    () => ({
      // Their answers are kept outside; each new one makes this list anew.
      answers,
      moments: points.map((point) => momentOf(experiment, point)),
      missing: missingPoints(experiment, points).length,
    }),
    [experiment, points, answers],
  );
  const stopped = stop !== null && stop.curve === curve && missing > 0 ? stop.why : null;
  const begin = missing > 0 && !running && stopped === null && problem === null;
  useEffect(() => {
    if (!begin) return;
    start(async (run) => {
      let spent = 0;
      for (;;) {
        const asked = wanted.current;
        const [point] = missingPoints(asked.experiment, asked.points);
        if (point === undefined) return;
        if (spent > BUDGET_MILLISECONDS)
          return setStop({ curve: asked.experiment.training.curve, why: 'long' });
        const request = momentRequest(asked.experiment, point);
        const moment = await run('moment', request);
        keepMoment(asked.experiment, point, request, moment);
        spent += moment.milliseconds;
        answered();
      }
    });
  }, [begin, start]);
  return {
    moments,
    missing,
    running,
    stopped,
    problem,
    cancel() {
      cancel();
      setStop({ curve, why: 'cancelled' });
    },
    goOn: () => setStop(null),
  };
}
