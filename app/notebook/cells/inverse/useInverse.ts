import { useMemo } from 'react';
import type { InverseRequest } from '../../../../workers/protocol.ts';
import { problemOf, sameProblem } from '../../../compute/problemOf.ts';
import { useKept } from '../../../lenses/useKept.ts';
import { type TaskState, useTask } from '../../../lenses/useTask.ts';
import { useExperiment } from '../../../state/useLab.ts';

/** The inverse of the experiment at hand in the workers: the newest answer. */
export function useInverse(matrix: InverseRequest['matrix'], upTo: number): TaskState<'inverse'> {
  const posed = useKept(
    useExperiment((state) => state.experiment),
    sameProblem,
  );
  const request = useMemo(
    (): InverseRequest => ({ problem: problemOf(posed), matrix, upTo }),
    [posed, matrix, upTo],
  );
  return useTask('inverse', request);
}
