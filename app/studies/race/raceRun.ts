import type { RacerId } from '../../../engine/uses/race/index.ts';
import type { RaceCarried, RaceEnd, RaceReply, Stop } from '../../../workers/protocol/race.ts';

/** One method's race so far. */
export interface Run {
  readonly id: RacerId;
  readonly start: RaceReply['start'];
  /** After each step: E, ‖∇E‖, and milliseconds since the start. */
  readonly errors: readonly number[];
  readonly gradientNorms: readonly number[];
  readonly times: readonly number[];
  /** Numbers of the steps whose weights are kept, and those weights one after another, the start's first. */
  readonly noted: readonly number[];
  readonly points: Float64Array;
  readonly parameters: Float64Array;
  readonly carried: RaceCarried | null;
  /** Why it ended; null while it runs. */
  readonly stop: Stop | 'iterations' | null;
  /** Eigenvalues of H at its end; null where they are not known. */
  readonly end: RaceEnd;
}

const joined = (a: Float64Array, b: Float64Array): Float64Array => {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
};

/** A run that has not begun. */
export const newRun = (id: RacerId, parameters: Float64Array): Run => ({
  id,
  start: { error: NaN, gradientNorm: NaN },
  errors: [],
  gradientNorms: [],
  times: [],
  noted: [0],
  points: parameters,
  parameters,
  carried: null,
  stop: null,
  end: null,
});

/** The run after one more call. */
export function continued(run: Run, reply: RaceReply, iterations: number): Run {
  const errors = [...run.errors, ...reply.errors];
  let time = run.times.at(-1) ?? 0;
  const times = Array.from(reply.milliseconds, (one) => (time += one));
  const stop = reply.stop ?? (errors.length >= iterations ? 'iterations' : null);
  // Where it ended is kept in any case.
  const misses = stop !== null && (reply.noted.at(-1) ?? run.noted.at(-1)) !== errors.length;
  const points = joined(run.points, reply.points);
  return {
    ...run,
    start: reply.start,
    errors,
    gradientNorms: [...run.gradientNorms, ...reply.gradientNorms],
    times: [...run.times, ...times],
    noted: [...run.noted, ...reply.noted, ...(misses ? [errors.length] : [])],
    points: misses ? joined(points, reply.parameters) : points,
    parameters: reply.parameters,
    carried: reply.carried,
    stop,
  };
}

/** E and ‖∇E‖ after so many steps, 0 being the start. */
export const errorAfter = (run: Run, step: number): number =>
  step === 0 ? run.start.error : (run.errors[step - 1] ?? NaN);
export const gradientAfter = (run: Run, step: number): number =>
  step === 0 ? run.start.gradientNorm : (run.gradientNorms[step - 1] ?? NaN);

export const lastError = (run: Run): number => errorAfter(run, run.errors.length);
export const lastGradient = (run: Run): number => gradientAfter(run, run.errors.length);

/** Whether it ran away. */
export const isLost = ({ stop }: Run): boolean => stop === 'explosion' || stop === 'not-finite';
