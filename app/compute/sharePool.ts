import type { Pool } from '../../workers/pool.ts';

/** Places that one lab may have in each lane. */
const SHARE = 4096;

let shares = 0;

/** The pool as one of several labs sees it: its calls have places of their own in every lane. */
export function sharePool(pool: Pool): Pick<Pool, 'run' | 'giveUp' | 'size'> {
  const first = shares * SHARE;
  shares += 1;
  return {
    size: pool.size,
    run: (lane, task, argument, options) =>
      pool.run(lane, task, argument, { ...options, place: first + (options.place ?? 0) }),
    giveUp: (lane) => pool.giveUp(lane, (place) => place >= first && place < first + SHARE),
  };
}
