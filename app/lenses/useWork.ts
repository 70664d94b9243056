import { useCallback, useEffect, useRef, useState } from 'react';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { Superseded } from '../../workers/lanes.ts';
import { openTaskLine, type TaskLine } from '../compute/tasks.ts';

/** Asks the workers; rejects with `Superseded` once the work was cancelled or begun anew. */
export type Run = TaskLine['run'];

/** Long work in which one call depends on the answers before it. */
export interface Work {
  readonly running: boolean;
  /** A sentence when it failed. */
  readonly problem: string | null;
  /** Begins; what was under way before ends. */
  readonly start: (work: (run: Run) => Promise<void>) => void;
  /** Ends within 100 ms. */
  readonly cancel: () => void;
}

const IDLE = { running: false, problem: null };

export function useWork(): Work {
  const [state, setState] = useState<Pick<Work, 'running' | 'problem'>>(IDLE);
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

  const start = useCallback((work: (run: Run) => Promise<void>) => {
    turn.current += 1;
    const mine = turn.current;
    const given = line.current;
    if (given === null) return;
    const check = (): void => {
      if (turn.current !== mine) throw new Superseded('superseded by newer work');
    };
    const run: Run = async (task, argument) => {
      check();
      const result = await given.run(task, argument);
      check();
      return result;
    };
    setState({ running: true, problem: null });
    work(run).then(
      () => {
        if (turn.current === mine) setState(IDLE);
      },
      (thrown: unknown) => {
        const reason = asError(thrown);
        if (turn.current === mine)
          setState({ running: false, problem: isSuperseded(reason) ? null : reason.message });
      },
    );
  }, []);

  const cancel = useCallback(() => {
    turn.current += 1;
    line.current?.leave();
    setState(IDLE);
  }, []);

  return { ...state, start, cancel };
}
