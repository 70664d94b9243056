import { useMemo } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { RaceErrorsRequest, RacePlane, RacePlaneRequest } from '../../../workers/protocol/race.ts';
import { useTask } from '../../lenses/useTask.ts';
import { placeAt, planeRequest, type Window, windowOf } from './racePlane.ts';
import type { Run } from './raceRun.ts';

/** The error over a plane, and the paths that fall in it. */
export interface PathPicture {
  readonly runs: readonly Run[];
  readonly problem: Problem;
  readonly plane: RacePlane;
  readonly request: RacePlaneRequest;
  readonly window: Window;
  /** E at `row · side + column`. */
  readonly errors: Float64Array;
}

interface Asked {
  readonly runs: readonly Run[];
  readonly problem: Problem;
}

/** What a plane was asked for: answers come with their request. */
const askedFor = new WeakMap<RacePlaneRequest, Asked>();
const windows = new WeakMap<RaceErrorsRequest, Omit<PathPicture, 'errors'>>();

/** The picture of the newest finished race; it stays until the next is there. */
export function useRacePlane(
  runs: readonly Run[],
  problem: Problem,
  settings: StudySettings['race'],
  finished: boolean,
) {
  const { plane: kind, first, second } = settings;
  const request = useMemo(() => {
    if (!finished) return null;
    const made = planeRequest(runs, problem.parameters, { plane: kind, first, second });
    if (made !== null) askedFor.set(made, { runs, problem });
    return made;
  }, [finished, runs, problem, kind, first, second]);
  const plane = useTask('racePlane', request);
  const errorsRequest = useMemo(() => {
    const asked = plane.answered === null ? undefined : askedFor.get(plane.answered);
    if (plane.result === null || plane.answered === null || asked === undefined) return null;
    const view = windowOf(plane.result, plane.answered, topologyOf(asked.problem.network), asked.problem);
    const { side } = view;
    const made: RaceErrorsRequest = {
      problem: asked.problem,
      axes: { p: plane.result.p, q: plane.result.q },
      s: Float64Array.from({ length: side * side }, (_, at) => placeAt(view.s, side, at % side)),
      t: Float64Array.from({ length: side * side }, (_, at) => placeAt(view.t, side, Math.floor(at / side))),
    };
    windows.set(made, { ...asked, plane: plane.result, request: plane.answered, window: view });
    return made;
  }, [plane.result, plane.answered]);
  const errors = useTask('raceErrors', errorsRequest);
  const picture = useMemo((): PathPicture | null => {
    const rest = errors.answered === null ? undefined : windows.get(errors.answered);
    return errors.result === null || rest === undefined ? null : { ...rest, errors: errors.result };
  }, [errors.result, errors.answered]);
  return { picture, busy: plane.busy || errors.busy, problem: plane.problem ?? errors.problem };
}
