import type { SweepCurve, SweepReply } from '../../../workers/protocol.ts';

/** The step at which a difference is nearest. */
export interface BestStep {
  readonly step: number;
  readonly error: number;
}

/** Half an ulp: nothing in float64 is known better. */
export const UNIT_ROUNDOFF = Number.EPSILON / 2;

/** The first of the steps with the smallest error; null where no error is finite. */
export function bestStep(
  { steps, errors }: Pick<SweepReply, 'steps' | 'errors'>,
  curve: SweepCurve,
): BestStep | null {
  return errors[curve].reduce<BestStep | null>((best, error, q) => {
    const step = steps[q];
    if (step === undefined || !Number.isFinite(error)) return best;
    return best === null || error < best.error ? { step, error } : best;
  }, null);
}

/** Decimal digits that the best step still loses against R{·}; neither knows more than half an ulp. */
export const digitsLost = (error: number, ownError: number): number =>
  Math.log10(Math.max(error, UNIT_ROUNDOFF) / Math.max(Number.isNaN(ownError) ? 0 : ownError, UNIT_ROUNDOFF));
