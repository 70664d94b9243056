import type { Step } from '../../../workers/protocol.ts';

/** Whether a step uses the weight between two units: those to its unit, or on the way back those from it. */
export const usesWeight = ({ unit, phase, quantity }: Step, from: number, to: number): boolean =>
  phase === 'backward' || phase === 'R-backward'
    ? from === unit
    : to === unit && (quantity === 'a' || quantity === 'Ra' || quantity === 'product');

/** The other units whose numbers a step uses. */
export const usedUnits = ({ terms, unit }: Step): ReadonlySet<number> =>
  new Set(terms.flatMap(({ units }) => units.filter((other) => other >= 0 && other !== unit)));
