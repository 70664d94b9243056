import { useEffect, useRef, useState } from 'react';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { openTaskLine, type Argument, type Result, type Task, type TaskLine } from '../compute/tasks.ts';

/** A task's newest answer: it stays until the next is there. */
export interface TaskState<T extends Task> {
  readonly result: Result<T> | null;
  /** What the result answers. */
  readonly answered: Argument<T> | null;
  readonly busy: boolean;
  /** A sentence when the newest request failed. */
  readonly problem: string | null;
}

/**
 * Runs a task in the workers for the newest argument, compared by identity (memoise it); null asks for nothing.
 * At most one call is under way; leaving the page's figure gives it up.
 */
export function useTask<T extends Task>(task: T, argument: Argument<T> | null): TaskState<T> {
  const [state, setState] = useState<TaskState<T>>({
    result: null,
    answered: null,
    busy: false,
    problem: null,
  });
  const line = useRef<TaskLine | null>(null);
  useEffect(() => {
    const opened = openTaskLine();
    line.current = opened;
    return () => {
      line.current = null;
      opened.leave();
    };
  }, []);
  useEffect(() => {
    if (argument === null || line.current === null) return;
    let newest = true;
    setState((before) => ({ ...before, busy: true }));
    line.current.run(task, argument).then(
      (result) => {
        // An answer to an older request is shown, unless a newer one is there: the picture follows a drag.
        setState((before) => ({ result, answered: argument, busy: before.busy && !newest, problem: null }));
      },
      (thrown: unknown) => {
        const reason = asError(thrown);
        if (newest && !isSuperseded(reason))
          setState((before) => ({ ...before, busy: false, problem: reason.message }));
      },
    );
    return () => {
      newest = false;
    };
  }, [task, argument]);
  return state;
}
