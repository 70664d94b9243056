import { useCallback, useEffect, useRef, useState } from 'react';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { openTaskLine, type Argument, type Result, type Task, type TaskLine } from '../compute/tasks.ts';

/** A list of short calls to one task, always for the newest requests. */
export interface Runs<T extends Task> {
  /** The last complete list of answers; it stays until the next is there. Of a stopped list what there is. */
  readonly results: readonly Result<T>[] | null;
  readonly busy: boolean;
  /** Calls answered of those under way, and how many there are. */
  readonly done: number;
  readonly of: number;
  /** The newest requests were cancelled before all were answered. */
  readonly stopped: boolean;
  /** A sentence when the newest requests failed. */
  readonly problem: string | null;
  /** Ends within 100 ms; what is there stays. */
  readonly cancel: () => void;
  /** Makes the calls that a cancelled list lacks. */
  readonly goOn: () => void;
}

/** A list under way is finished though a newer one waits, if it does not take longer: the picture follows a drag. */
const PATIENCE_MILLISECONDS = 250;

type Requests<T extends Task> = readonly Argument<T>[];
type State<T extends Task> = Omit<Runs<T>, 'cancel' | 'goOn'>;

/** A list whose calls were cancelled, and the answers that had come. */
interface Stopped<T extends Task> {
  readonly requests: Requests<T>;
  readonly results: Result<T>[];
}

/**
 * Runs the requests one after another, compared by identity of their list (memoise it). A newer list waits for the one
 * under way, and takes its place when that goes on for longer than a moment; leaving gives up.
 */
export function useRuns<T extends Task>(task: T, requests: Requests<T>): Runs<T> {
  const [state, setState] = useState<State<T>>({
    results: null,
    busy: true,
    done: 0,
    of: 0,
    stopped: false,
    problem: null,
  });
  const line = useRef<TaskLine | null>(null);
  const newest = useRef(requests);
  const running = useRef(false);
  const cancelled = useRef<Requests<T> | null>(null);
  const kept = useRef<Stopped<T> | null>(null);

  const runNewest = useCallback(async (): Promise<void> => {
    let finished: Requests<T> | null = null;
    while (line.current !== null && finished !== newest.current) {
      const current: Requests<T> = newest.current;
      const opened: TaskLine = line.current;
      const start = performance.now();
      const isLate = (): boolean =>
        newest.current !== current && performance.now() - start > PATIENCE_MILLISECONDS;
      const isGone = (): boolean => line.current !== opened;
      const isCancelled = (): boolean => cancelled.current === current;
      const results: Result<T>[] = kept.current?.requests === current ? kept.current.results : [];
      kept.current = null;
      const { length } = current;
      setState((before) => ({ ...before, busy: true, stopped: false, done: results.length, of: length }));
      try {
        for (const request of current.slice(results.length)) {
          if (isCancelled()) break;
          results.push(await opened.run(task, request));
          if (isGone() || isLate()) break;
          setState((before) => ({ ...before, done: results.length }));
        }
        if (!isGone() && results.length === length)
          setState((before) => ({ ...before, results, busy: newest.current !== current, problem: null }));
      } catch (thrown) {
        const reason = asError(thrown);
        if (!isGone() && !isSuperseded(reason))
          setState((before) => ({ ...before, busy: false, problem: reason.message }));
      }
      if (isCancelled() && !isGone() && results.length < length) {
        kept.current = { requests: current, results };
        const done = results.length;
        setState((before) => ({ ...before, results: results.slice(), done, busy: false, stopped: true }));
      }
      if (!isGone()) finished = current;
    }
  }, [task]);

  const begin = useCallback(() => {
    if (running.current) return;
    running.current = true;
    void runNewest().finally(() => {
      running.current = false;
    });
  }, [runNewest]);

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
    begin();
  }, [requests, begin]);

  const cancel = useCallback(() => {
    if (!running.current) return;
    cancelled.current = newest.current;
    line.current?.leave();
  }, []);
  const goOn = useCallback(() => {
    cancelled.current = null;
    begin();
  }, [begin]);
  return { ...state, cancel, goOn };
}
