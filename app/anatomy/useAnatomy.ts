import { useMemo, useState } from 'react';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { AnatomyRequest } from '../../workers/protocol.ts';
import { problemOf, sameProblem } from '../compute/problemOf.ts';
import { type TaskState, useTask } from '../lenses/useTask.ts';
import type { Entry } from '../state/selection.ts';

/** The document as long as it poses the same problem: a change of what is on show is none. */
function useSameProblem(experiment: Experiment): Experiment {
  const [kept, setKept] = useState(experiment);
  const same = kept === experiment || sameProblem(kept, experiment);
  if (!same) setKept(experiment);
  return same ? kept : experiment;
}

/** An entry of H taken apart in the workers: the newest answer. */
export function useAnatomy(
  experiment: Experiment,
  { row, column }: Entry,
  pattern: number,
): TaskState<'anatomy'> {
  const posed = useSameProblem(experiment);
  const request = useMemo(
    (): AnatomyRequest => ({ problem: problemOf(posed), row, column, pattern }),
    [posed, row, column, pattern],
  );
  return useTask('anatomy', request);
}
