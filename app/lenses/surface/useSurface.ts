import { useEffect, useMemo, useRef, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { openTaskLine } from '../../compute/tasks.ts';
import { clampedAxes } from './clampedAxes.ts';
import { SurfaceFollower, type SurfaceState } from './surfaceFollower.ts';

/** The same document until its problem is another one: what is selected changes no surface. */
function useProblemOf(experiment: Experiment) {
  const [kept, setKept] = useState(experiment);
  if (kept !== experiment && !sameProblem(kept, experiment)) setKept(experiment);
  return problemOf(sameProblem(kept, experiment) ? kept : experiment);
}

/** The plane that is chosen and the error on it, following every change; a coarse picture first. */
export function useSurface(experiment: Experiment, settings: LensSettings['surface']): SurfaceState {
  const [state, setState] = useState<SurfaceState>({ picture: null, busy: true, done: 0, problem: null });
  const follower = useRef<SurfaceFollower | null>(null);
  const problem = useProblemOf(experiment);
  const { axes, first, second } = clampedAxes(settings, experiment.parameters.length);
  const { span } = settings;
  useEffect(() => {
    const opened = new SurfaceFollower(openTaskLine(), setState);
    follower.current = opened;
    return () => {
      follower.current = null;
      opened.leave();
    };
  }, []);
  const question = useMemo(
    () => ({ problem, axes, first, second, span }),
    [problem, axes, first, second, span],
  );
  useEffect(() => follower.current?.ask(question), [question]);
  return state;
}
