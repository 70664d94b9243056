import type { Comparison } from '../../../workers/protocol.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatNumber } from '../../controls/formatNumber.ts';

/** Below this a relative error is rounding, and a percentage of it nothing but zeros. */
const ROUNDING = 1e-6;

/** A relative error for reading: `11.5 %`, `2.1×10⁻¹⁶`. */
export const formatError = (error: number): string =>
  error < ROUNDING || error === Infinity ? formatNumber(error, 2) : formatPercent(error);

/** What a comparison says, in one sentence. */
export const comparisonSentence = (label: string, { relativeError, signs, largest }: Comparison): string =>
  `${label} minus exact: relative error ${formatError(relativeError)}, differences up to ${formatNumber(largest, 3)}, signs agree for ${formatPercent(signs.all)} of the entries.`;
