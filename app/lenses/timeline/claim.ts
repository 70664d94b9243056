import { formatPercent } from '../../charts/percent.ts';
import type { Moment } from '../../../workers/protocol.ts';
import { formatCount } from '../../controls/formatCount.ts';

/** A point of a run with what the matrices say there. */
export interface ToldPoint {
  readonly step: number;
  readonly moment: Pick<Moment, 'error' | 'residualShare'>;
}

/** From this share of H on, the residual part is not small. */
const LARGE = 0.1;
/** It fell when it is at most this much of what it was. */
const FELL = 0.5;
/** The error rests when the last quarter of the steps lowered it by less than this share. */
const RESTING = 0.01;
/** Rounding, not a residual. */
const NOTHING = 1e-12;

/** A number and its unit stay on one line. */
const percent = (share: number): string => formatPercent(share).replaceAll(' ', '\u00a0');

/** Whether the error hardly fell over the last quarter of the steps. */
function isResting(points: readonly ToldPoint[], last: ToldPoint): boolean {
  const from = points.filter(({ step }) => step <= 0.75 * last.step).at(-1);
  if (from === undefined) return false;
  return from.moment.error - last.moment.error <= RESTING * Math.abs(from.moment.error);
}

/**
 * What a run says of the claim that the second term of H vanishes near a minimum, read off its first and last
 * points; null where the matrices are not known.
 */
export function claimOf(points: readonly ToldPoint[]): string | null {
  const known = points.filter(({ moment }) => Number.isFinite(moment.residualShare));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined || first.step === last.step) return null;
  const before = first.moment.residualShare;
  const now = last.moment.residualShare;
  const steps = `Over ${formatCount(last.step - first.step)} steps`;
  if (Math.max(before, now) < NOTHING)
    return `${steps} the residual part stays 0: the outputs are linear in the weights, and Gauss–Newton is H itself.`;
  const change = `from ${percent(before)} to ${percent(now)} of H`;
  const resting = isResting(known, last);
  if (now < LARGE && now <= FELL * before)
    return `${steps} the residual part fell ${change}: what is left of the errors is like noise, it averages out, and Gauss–Newton is nearly H.`;
  if (now < LARGE)
    return `${steps} the residual part went ${change}: it is small all along, and Gauss–Newton is nearly H.`;
  if (!resting)
    return `${steps} the residual part went ${change}, and the error still falls: train on to see where it ends.`;
  return `The error has come to rest, and the residual part stays at ${percent(now)} of H (${percent(before)} at first): the model does not fit, its errors are not noise and do not average out.`;
}
