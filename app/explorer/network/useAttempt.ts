import { useState } from 'react';
import { reasonOf } from '../../../workers/asError.ts';
import type { Edit } from '../../state/experiment.ts';
import { useLab } from '../../state/useLab.ts';

/** Makes an edit and keeps the sentence of the last one that was refused; true when it was not. */
export function useAttempt(): readonly [problem: string | null, attempt: (change: Edit) => boolean] {
  const lab = useLab();
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (change: Edit): boolean => {
    try {
      lab.edit(change);
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(reasonOf(error));
      return false;
    }
  };
  return [problem, attempt];
}
