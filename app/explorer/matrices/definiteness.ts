import type { Extremes } from '../../../workers/protocol.ts';

export type Definiteness = 'positive' | 'negative' | 'indefinite';

/** The signs of the eigenvalues as far as the bound of their error lets one say. */
export function definitenessOf({ smallest, largest, bound }: Extremes): Definiteness {
  if (smallest >= -bound) return 'positive';
  return largest > bound ? 'indefinite' : 'negative';
}

export const definitenessWords = {
  positive: 'positive semi-definite',
  negative: 'negative semi-definite',
  indefinite: 'indefinite',
} satisfies Record<Definiteness, string>;
