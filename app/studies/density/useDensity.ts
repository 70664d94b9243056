import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { DensityReply, DensityRequest, ProbesReply } from '../../../workers/protocol/density.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useWork } from '../../lenses/useWork.ts';
import { type Merged, merged } from './merged.ts';

/** What has been asked, what is exact, and the probes that have been drawn so far. */
interface Course {
  readonly request: DensityRequest;
  readonly probes: number;
  readonly seed: number;
  readonly reply: DensityReply;
  readonly batches: readonly ProbesReply[];
}

const drawn = ({ batches }: Pick<Course, 'batches'>): number =>
  batches.reduce((sum, { traces }) => sum + traces.length, 0);

export interface DensityState {
  readonly course: Course | null;
  readonly estimate: Merged | null;
  /** Probes drawn. */
  readonly done: number;
  readonly running: boolean;
  readonly problem: string | null;
  readonly cancel: () => void;
  /** Draws the probes that a cancelled course lacks. */
  readonly goOn: () => void;
}

/** The spectrum of the newest experiment: first what is exact, then the probes in calls that stay short. */
export function useDensity(experiment: Experiment, settings: StudySettings['density']): DensityState {
  const { matrix, damping, steps, axis, width, probes, seed } = settings;
  const posed = useKept(experiment, sameProblem);
  const request = useMemo(
    (): DensityRequest => ({ problem: problemOf(posed), matrix, damping, steps, axis, width }),
    [posed, matrix, damping, steps, axis, width],
  );
  const { start, cancel, running, problem } = useWork();
  const [course, setCourse] = useState<Course | null>(null);
  const draw = useCallback(
    (from: Course | null) => {
      start(async (run) => {
        let now: Course = from ?? {
          request,
          probes,
          seed,
          reply: await run('density', request),
          batches: [],
        };
        if (now.reply.refused !== null) setCourse(now);
        else
          for (let first = drawn(now); first < now.probes; first = drawn(now)) {
            const to = Math.min(now.probes, first + now.reply.batch);
            const { grid } = now.reply;
            const part = await run('densityProbes', {
              ...now.request,
              seed: now.seed,
              from: first,
              to,
              grid,
            });
            now = { ...now, batches: [...now.batches, part] };
            setCourse(now);
          }
      });
    },
    [start, request, probes, seed],
  );
  useEffect(() => draw(null), [draw]);
  const estimate = useMemo(
    () =>
      course === null || course.batches.length === 0
        ? null
        : merged(course.batches, course.reply.grid.places.length),
    [course],
  );
  const done = course === null ? 0 : drawn(course);
  return { course, estimate, done, running, problem, cancel, goOn: () => draw(course) };
}
