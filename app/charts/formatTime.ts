import { formatNumber } from '../controls/formatNumber.ts';

/** A browser's clock shows no less. */
const FINEST_MILLISECONDS = 0.1;

/** A time in milliseconds: `1.2 ms`, `<0.1 ms`. */
export const formatTime = (milliseconds: number): string =>
  milliseconds < FINEST_MILLISECONDS
    ? `<${FINEST_MILLISECONDS} ms`
    : `${formatNumber(milliseconds, milliseconds < 10 ? 2 : 3)} ms`;
