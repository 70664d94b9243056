import type { Problem } from '../../../engine/experiment/problem.ts';
import type { TrainingSpec } from '../../../engine/experiment/document.ts';
import type { RunPoint } from '../../state/recording.ts';
import type { Run } from '../useWork.ts';

/** A rerun stops this often at least, so that progress shows and cancel is quick. */
const SLICE_MILLISECONDS = 150;
/** Errors that agree to this are those of the same run, rounded on another machine. */
const SAME_RUN = 1e-6;

/** What a run is made again from, and what it is held against. */
export interface RerunRequest {
  readonly problem: Omit<Problem, 'parameters'>;
  readonly settings: Pick<TrainingSpec, 'method' | 'learningRate'>;
  readonly from: Omit<RunPoint, 'error'>;
  /** The last step. */
  readonly until: number;
  /** A point is kept at every multiple of this, and at `target.step` and `until`. */
  readonly every: number;
  /** Weights of the document that the rerun should meet; null: nothing to meet. */
  readonly target: Pick<RunPoint, 'step' | 'parameters'> | null;
  /** The document's error curve, if it has one. */
  readonly curve: TrainingSpec['curve'];
}

/** How a rerun compares with the document's run. */
export type Agreement =
  /** The target's weights to the bit. */
  | { readonly kind: 'same' }
  /** The target's weights but for rounding: ‖Δw‖/‖w‖. */
  | { readonly kind: 'rounded'; readonly difference: number }
  /** The errors agree, but from here no further step was possible: rounding decides which is the last. */
  | { readonly kind: 'ended'; readonly after: number }
  /** Other weights at the target, or other errors on the way; the last step known to agree, −1: none. */
  | { readonly kind: 'parted'; readonly after: number };

export interface Rerun {
  /** As far as they are the document's run. */
  readonly points: readonly RunPoint[];
  readonly agreement: Agreement;
}

const sameBits = (w: Float64Array, target: readonly number[]): boolean =>
  target.length === w.length && target.every((weight, q) => Object.is(weight, w[q]));

const distance = (w: readonly number[], target: readonly number[]): number =>
  Math.hypot(...target.map((weight, q) => weight - (w[q] ?? NaN))) / (Math.hypot(...target) || 1);

/** Whether an error is the one that the curve has after this step; null where it has none. */
function onCurve({ stride, errors }: TrainingSpec['curve'], step: number, error: number): boolean | null {
  const known = step % stride === 0 ? errors[step / stride] : undefined;
  if (known === undefined) return null;
  return Math.abs(error - known) <= SAME_RUN * Math.max(Math.abs(known), 1e-12);
}

/** How the weights at the target compare; null when they are others, or were not reached. */
function metBy(points: readonly RunPoint[], target: RerunRequest['target']): Agreement | null {
  if (target === null) return { kind: 'same' };
  const reached = points.find(({ step }) => step === target.step)?.parameters;
  if (reached === target.parameters) return { kind: 'same' };
  const difference = reached === undefined ? Infinity : distance(reached, target.parameters);
  return difference <= SAME_RUN ? { kind: 'rounded', difference } : null;
}

/**
 * Makes a run again, slice by slice, and says how it compares with the document's: its weights at the target
 * step, and every error of the curve on the way. Ends where the errors part, as beyond is another run, or where no
 * further step is possible.
 */
export async function rerun(
  { problem, settings, from, until, every, target, curve }: RerunRequest,
  run: Run,
  onSlice: (step: number, errors: Float64Array) => void = () => undefined,
): Promise<Rerun> {
  const points: RunPoint[] = [];
  let { step, damping } = from;
  let parameters = Float64Array.from(from.parameters);
  let agreed = -1;
  let going = true;
  let ended = false;
  const place = (error: number): void => {
    const met = target !== null && step === target.step && sameBits(parameters, target.parameters);
    points.push({ step, damping, error, parameters: met ? target.parameters : Array.from(parameters) });
  };
  /** Notes how far the curve agrees. */
  const follow = (at: number, error: number): boolean => {
    const same = onCurve(curve, at, error);
    if (same === true) agreed = at;
    return same !== false;
  };
  while (going && step < until) {
    const beforeTarget = target !== null && target.step > step ? target.step : Infinity;
    const stop = Math.min((Math.floor(step / every) + 1) * every, beforeTarget, until);
    const reply = await run('train', {
      problem: { ...problem, parameters },
      ...settings,
      damping,
      steps: stop - step,
      budgetMilliseconds: SLICE_MILLISECONDS,
      // What was trained once is gone through again, however its error rises.
      reference: Infinity,
    });
    if (points.length === 0) {
      place(reply.before);
      going = follow(step, reply.before);
    }
    reply.errors.forEach((error, k) => {
      going &&= follow(step + k + 1, error);
    });
    step += reply.errors.length;
    parameters = Float64Array.from(reply.parameters);
    damping = reply.damping;
    ended = going && reply.status !== 'running';
    going &&= !ended;
    if (reply.errors.length > 0 && (step === stop || !going)) place(reply.errors.at(-1) ?? NaN);
    onSlice(step, reply.errors);
  }
  const agreement = metBy(points, target) ?? {
    kind: ended && agreed >= 0 ? 'ended' : 'parted',
    after: agreed,
  };
  if (agreement.kind === 'same' || agreement.kind === 'rounded') return { points, agreement };
  return { points: points.filter((point) => point.step <= agreed), agreement };
}
