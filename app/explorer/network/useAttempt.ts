import { useState } from 'react';
import { edit, type Edit } from '../../state/experiment.ts';

/** Makes an edit and keeps the sentence of the last one that was refused. */
export function useAttempt(): readonly [problem: string | null, attempt: (change: Edit) => void] {
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (change: Edit): void => {
    try {
      edit(change);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return [problem, attempt];
}
