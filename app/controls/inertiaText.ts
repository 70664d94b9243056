import type { Inverse } from '../../workers/protocol.ts';

/** `5 positive, 2 negative`, and how many are zero where some are. */
export const inertiaText = ({ positive, zero, negative }: Inverse['inertia']): string =>
  `${positive} positive, ${negative} negative${zero > 0 ? `, ${zero} zero` : ''}`;
