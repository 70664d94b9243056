import { useCallback, useEffect, useRef, useState } from 'react';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { openTaskLine, type Argument, type Result, type Task, type TaskLine } from '../compute/tasks.ts';

/** A list of short calls to one task, always for the newest requests. */
export interface Runs<T extends Task> {
  /** The last complete list of answers; it stays until the next is there. */
  readonly results: readonly Result<T>[] | null;
  readonly busy: boolean;
  /** Calls answered of those under way, and how many there are. */
  readonly done: number;
  readonly of: number;
  /** A sentence when the newest requests failed. */
  readonly problem: string | null;
}

/** A list under way is finished though a newer one waits, if it does not take longer: the picture follows a drag. */
const PATIENCE_MILLISECONDS = 250;

type Requests<T extends Task> = readonly Argument<T>[];

/**
 * Runs the requests one after another, compared by identity of their list (memoise it). A newer list waits for the one
 * under way, and takes its place when that goes on for longer than a moment; leaving gives up.
 */
export function useRuns<T extends Task>(task: T, requests: Requests<T>): Runs<T> {
  const [state, setState] = useState<Runs<T>>({ results: null, busy: true, done: 0, of: 0, problem: null });
  const line = useRef<TaskLine | null>(null);
  const newest = useRef(requests);
  const running = useRef(false);

  const runNewest = useCallback(async (): Promise<void> => {
    let finished: Requests<T> | null = null;
    while (line.current !== null && finished !== newest.current) {
      const current: Requests<T> = newest.current;
      const opened: TaskLine = line.current;
      const start = performance.now();
      const isLate = (): boolean =>
        newest.current !== current && performance.now() - start > PATIENCE_MILLISECONDS;
      const isGone = (): boolean => line.current !== opened;
      setState((before) => ({ ...before, busy: true, done: 0, of: current.length }));
      try {
        const results: Result<T>[] = [];
        for (const request of current) {
          results.push(await opened.run(task, request));
          if (isGone() || isLate()) break;
          setState((before) => ({ ...before, done: results.length }));
        }
        if (!isGone() && results.length === current.length)
          setState((before) => ({ ...before, results, busy: newest.current !== current, problem: null }));
      } catch (thrown) {
        const reason = asError(thrown);
        if (!isGone() && !isSuperseded(reason))
          setState((before) => ({ ...before, busy: false, problem: reason.message }));
      }
      if (!isGone()) finished = current;
    }
  }, [task]);

  useEffect(() => {
    const opened = openTaskLine();
    line.current = opened;
    return () => {
      line.current = null;
      opened.leave();
    };
  }, []);
  useEffect(() => {
    newest.current = requests;
    if (running.current) return;
    running.current = true;
    void runNewest().finally(() => {
      running.current = false;
    });
  }, [requests, runNewest]);
  return state;
}
