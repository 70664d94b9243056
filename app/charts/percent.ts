import { formatNumber } from '../controls/formatNumber.ts';

/** A share in per cent: `11.5 %`, three digits. */
export const formatPercent = (share: number): string =>
  Number.isNaN(share) ? '—' : `${formatNumber(100 * share, 3)} %`;
