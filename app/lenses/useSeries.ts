import { useCallback, useEffect, useRef, useState } from 'react';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { openTaskLine, type Argument, type Result, type Task, type TaskLine } from '../compute/tasks.ts';

/** Long work as a series of short calls, one after the other: what is there already is shown. */
export interface Series<T extends Task> {
  /** Answers by the number of their request. */
  readonly results: readonly Result<T>[];
  readonly running: boolean;
  readonly problem: string | null;
  /** Runs requests from the first on; what an earlier series found is forgotten. */
  readonly start: (requests: readonly Argument<T>[]) => void;
  /** Ends within 100 ms; what is there stays. */
  readonly cancel: () => void;
}

type State<T extends Task> = Pick<Series<T>, 'results' | 'running' | 'problem'>;

export function useSeries<T extends Task>(task: T): Series<T> {
  const [state, setState] = useState<State<T>>({ results: [], running: false, problem: null });
  const line = useRef<TaskLine | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const opened = openTaskLine();
    line.current = opened;
    return () => {
      turn.current += 1;
      line.current = null;
      opened.leave();
    };
  }, []);

  const start = useCallback(
    (requests: readonly Argument<T>[]) => {
      turn.current += 1;
      const mine = turn.current;
      const isMine = (): boolean => turn.current === mine;
      setState({ results: [], running: requests.length > 0, problem: null });
      const runAll = async (): Promise<void> => {
        for (const request of requests) {
          const result = await line.current?.run(task, request);
          if (result === undefined || !isMine()) return;
          setState((before) => ({ ...before, results: [...before.results, result] }));
        }
        setState((before) => ({ ...before, running: false }));
      };
      runAll().catch((thrown: unknown) => {
        const reason = asError(thrown);
        if (!isMine()) return;
        setState((before) => ({
          ...before,
          running: false,
          problem: isSuperseded(reason) ? null : reason.message,
        }));
      });
    },
    [task],
  );

  const cancel = useCallback(() => {
    turn.current += 1;
    line.current?.leave();
    setState((before) => ({ ...before, running: false }));
  }, []);

  return { ...state, start, cancel };
}
