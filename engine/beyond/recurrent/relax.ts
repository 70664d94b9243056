/** How a relaxation moves and when it ends. */
export interface RelaxationSettings {
  /** τ of `u ← u + τ (f(u) − u)`, above 0 and up to 1; 1 is the undamped iteration. */
  readonly rate: number;
  /** Of `max|f(u) − u|` beside `max|u|`, or its unit where that is smaller. */
  readonly tolerance: number;
  /** Steps at most. */
  readonly steps: number;
}

/** Half the way each step, until only rounding is left. */
export const DEFAULT_RELAXATION: RelaxationSettings = { rate: 0.5, tolerance: 1e-13, steps: 20_000 };

/** How a relaxation ended: at rest, beyond all bounds, moving to and fro as far as before, or out of steps. */
export type RelaxationStatus = 'settled' | 'diverged' | 'oscillating' | 'steps';

/** What a relaxation reached. */
export interface Relaxation {
  readonly u: Float64Array;
  readonly status: RelaxationStatus;
  /** `max|f(u) − u|` before each step, and at the end. */
  readonly changes: readonly number[];
}

/** Values that many times larger than at the start do not come back. */
const EXPLOSION = 1e8;
/** Steps over which the movement must shrink. */
const WINDOW = 500;
/** By at least this, or it is called lasting. */
const LASTING = 0.9;
/** Rounding of a sum of some terms: a movement that small is rest, whatever tolerance is asked for. */
const REST = 32 * Number.EPSILON;

/** Largest |entry|, 0 of none. */
export const largest = (u: Float64Array): number =>
  u.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

/**
 * Damped relaxation of `du/dt ∝ −u + f(u)` to rest by Euler steps `u ← u + τ (f(u) − u)`. One call of f a step.
 * @param unit the size of u beside which movements count
 * @param seen is shown every state, the first and the last included
 * @throws `rate is not above 0 and up to 1: 2`
 */
export function relax(
  f: (u: Float64Array) => Float64Array,
  start: Float64Array,
  { rate, tolerance, steps }: RelaxationSettings,
  unit: number,
  seen?: (u: Float64Array) => void,
): Relaxation {
  if (!(rate > 0 && rate <= 1)) throw new Error(`rate is not above 0 and up to 1: ${rate}`);
  const allowed = Math.max(tolerance, REST);
  const bound = EXPLOSION * Math.max(unit, largest(start), largest(f(start)));
  const changes: number[] = [];
  let u = start;
  for (let step = 0; ; step++) {
    seen?.(u);
    const target = f(u);
    const move = target.map((entry, q) => entry - u[q]);
    const change = move.some(Number.isNaN) ? NaN : largest(move);
    changes.push(change);
    if (change <= allowed * Math.max(unit, largest(u))) return { u, status: 'settled', changes };
    if (!(change <= bound && largest(u) <= bound)) return { u, status: 'diverged', changes };
    if (step > 0 && step % WINDOW === 0 && lasts(changes)) return { u, status: 'oscillating', changes };
    if (step >= steps) return { u, status: 'steps', changes };
    u = u.map((entry, q) => entry + rate * move[q]);
  }
}

/** The largest movement of the newest window is as large as that of the one before. */
function lasts(changes: readonly number[]): boolean {
  if (changes.length <= 2 * WINDOW) return false;
  const top = (from: number): number => Math.max(...changes.slice(from, from + WINDOW));
  const newest = changes.length - WINDOW;
  return top(newest) >= LASTING * top(newest - WINDOW);
}
