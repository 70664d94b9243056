/** Pause after the last change, and the longest that a run of changes may wait: together within half a second. */
const PAUSE_MILLISECONDS = 150;
const LONGEST_WAIT_MILLISECONDS = 450;
/** Between two tries when the store refuses. */
const RETRY_MILLISECONDS = 2000;

export type WritesState = 'saved' | 'saving' | 'failed';

export interface WritesOptions {
  readonly write: () => Promise<void>;
  /** A write is due while another is under way, which may take long. */
  readonly onHeldUp: () => void;
  readonly report: (state: WritesState) => void;
}

/**
 * Calls `write` in the first pause after a change, or when changes have gone on for long enough; never twice at
 * a time, and again after a while when it failed.
 */
export function createWrites({ write, onHeldUp, report }: WritesOptions) {
  /** Changes that no write has begun to take in, and a write that is due as soon as the one under way has ended. */
  const waiting = { changes: false, write: false };
  let underWay: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since: number | null = null;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    since = null;
  }

  function saveAfter(milliseconds: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  }

  const hasChanges = (): boolean => waiting.changes;
  const isDue = (): boolean => waiting.write && waiting.changes;
  const isIdle = (): boolean => !waiting.changes && underWay === null;

  async function run(): Promise<void> {
    try {
      do {
        waiting.changes = false;
        waiting.write = false;
        await write();
      } while (isDue());
      if (!hasChanges()) report('saved');
    } catch {
      waiting.changes = true;
      report('failed');
      saveAfter(RETRY_MILLISECONDS);
    } finally {
      underWay = null;
    }
  }

  /** Writes now, or as soon as the write under way has ended. */
  function save(): void {
    stop();
    if (!waiting.changes) return;
    waiting.write = true;
    if (underWay === null) underWay = run();
    else onHeldUp();
  }

  /** Resolves when no write is under way. */
  async function ended(): Promise<void> {
    while (underWay !== null) await underWay;
  }

  return {
    stop,
    save,
    ended,
    hasChanges,
    isIdle,
    changed(): void {
      waiting.changes = true;
      report('saving');
      since ??= performance.now();
      const left = since + LONGEST_WAIT_MILLISECONDS - performance.now();
      saveAfter(Math.max(0, Math.min(PAUSE_MILLISECONDS, left)));
    },
    /** Writes what waits, and resolves when all is written, or has failed. */
    async flush(): Promise<void> {
      save();
      await ended();
    },
  };
}
