import { useMemo, useState } from 'react';
import type { EditRequest, RetrainRequest } from '../../../workers/protocol/influence.ts';
import { useTask } from '../../lenses/useTask.ts';
import { TO_REST } from './retrainFully.ts';

/** The truth of an edit, always of the newest: retrained call after call, each going on from the one before, until at rest. */
export function useRetrained(asked: EditRequest | null) {
  const [further, setFurther] = useState<RetrainRequest | null>(null);
  const first = useMemo(
    (): RetrainRequest | null => (asked === null ? null : { ...asked, ...TO_REST, from: null }),
    [asked],
  );
  const request = further !== null && further.edit === first?.edit ? further : first;
  const { result, answered, busy, problem } = useTask('retrain', request);
  if (request !== null && answered === request && result?.descent.over === false)
    setFurther({ ...request, from: result.descent });
  const over = result?.descent.over === true;
  return {
    /** At rest, or as far as it may get. */
    truth: over ? result : null,
    answered,
    busy: busy || (asked !== null && !over && problem === null),
    problem,
  };
}
