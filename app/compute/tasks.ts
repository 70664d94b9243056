import type { Pool } from '../../workers/pool.ts';
import type { EngineApi } from '../../workers/protocol.ts';

export type Task = keyof EngineApi;
export type Argument<T extends Task> = Parameters<EngineApi[T]>[0];
export type Result<T extends Task> = ReturnType<EngineApi[T]>;

/** What a figure asks for is done within this time, or its worker hangs. */
const DEADLINE_MILLISECONDS = 120_000;
/** A call that a newer one waits for is let finish, so that a picture follows a drag; but no longer than this. */
const PATIENCE_MILLISECONDS = 5000;
/** Work that nobody waits for any more ends with its worker after this long. */
const LEAVE_MILLISECONDS = 80;

type TaskPool = Pick<Pool, 'run' | 'giveUp'>;

let pool: TaskPool | null = null;
let announce: ((provided: TaskPool) => void) | null = null;
/** Figures of a page may ask before its lab has started the workers. */
const ready = new Promise<TaskPool>((resolve) => {
  announce = resolve;
});

/** The pool on which figures run their tasks. Once, by `startCompute`. */
export function provideTasks(provided: TaskPool): void {
  pool = provided;
  announce?.(provided);
}

let places = 0;

/** One figure's turn on the workers: of its calls the newest wins. */
export interface TaskLine {
  /** Rejects with `Superseded` when a newer call of this line took its turn, or the line was left. */
  run<T extends Task>(task: T, argument: Argument<T>): Promise<Result<T>>;
  /** Gives up what is waiting or under way, within 100 ms. */
  leave(): void;
}

export function openTaskLine(): TaskLine {
  places += 1;
  const place = places;
  return {
    async run(task, argument) {
      const { run } = pool ?? (await ready);
      return run('lens', task, argument, {
        place,
        deadlineMilliseconds: DEADLINE_MILLISECONDS,
        patienceMilliseconds: PATIENCE_MILLISECONDS,
      });
    },
    leave: () => pool?.giveUp('lens', (other) => other === place, LEAVE_MILLISECONDS),
  };
}
