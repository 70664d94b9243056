import type { SweepCurve, SweepReply } from '../../../workers/protocol.ts';
import { bestStep } from './bestStep.ts';

/** A straight line in the log–log plot: `error = level · step^slope` between two steps. */
export interface Guide {
  readonly branch: 'truncation' | 'cancellation';
  readonly slope: number;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** Errors this near the value itself have no law left. */
const LARGEST_ERROR = 0.3;
/** Truncation is read where it rules, a little away from the best step, and where higher terms are still small. */
const AWAY = 3;
const LARGEST_STEP = 0.03;
const FEWEST = 4;
/** How far half of the points may lie from the line, as a factor: rounding is a throw of dice, Taylor's terms are not. */
const SPREAD = { truncation: 1.5, cancellation: 10 };

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))] ?? NaN;

function fit(
  { steps, errors }: SweepReply,
  curve: SweepCurve,
  branch: Guide['branch'],
  slope: number,
  within: (step: number) => boolean,
): Guide | null {
  const points = steps
    .map((step, q) => ({ step, error: errors[curve][q] ?? NaN }))
    .filter(({ step, error }) => within(step) && error > 0 && error < LARGEST_ERROR);
  if (points.length < FEWEST) return null;
  const levels = points.map(({ step, error }) => error / step ** slope).sort((a, b) => a - b);
  const level = quantile(levels, 0.5);
  const spread = Math.sqrt(quantile(levels, 0.75) / quantile(levels, 0.25));
  if (!(spread < SPREAD[branch])) return null;
  const [from, to] = [
    Math.min(...points.map(({ step }) => step)),
    Math.max(...points.map(({ step }) => step)),
  ];
  return { branch, slope, level, from, to };
}

/**
 * The lines of theory through a curve's own points: truncation right of the best step, cancellation left of it. Where
 * the points do not lie along a line (a kink, a polynomial that Taylor's series ends for) there is none.
 */
export function guidesOf(sweep: SweepReply, curve: SweepCurve): readonly Guide[] {
  const best = bestStep(sweep, curve);
  if (best === null || sweep.sizes[curve] === 0) return [];
  const { truncation, cancellation } = sweep.slopes[curve];
  const right = fit(sweep, curve, 'truncation', truncation, (r) => r > AWAY * best.step && r <= LARGEST_STEP);
  const left = fit(sweep, curve, 'cancellation', cancellation, (r) => r < best.step / AWAY);
  return [right, left].filter((guide) => guide !== null);
}

const exponents: Readonly<Record<number, string>> = { [-2]: '⁻²', [-1]: '⁻¹', 1: '', 2: '²' };

/** `r²`, `r⁻¹`. */
export const slopeName = (symbol: string, slope: number): string =>
  `${symbol}${exponents[slope] ?? `^${slope}`}`;
