import type { ViewSpec } from '../../engine/experiment/document.ts';
import { roundTicks } from './roundNumbers.ts';

export type TransferKind = ViewSpec['transfer'];

/**
 * Symmetric logarithm of u = x / largest: sign(u) · log(1 + |u|/c) / log(1 + 1/c). Linear below c, logarithmic
 * above; c = 10⁻² shows
 * two decades and lets what is smaller fade into the calm zero.
 */
export const SYMLOG_KNEE = 1e-2;
const SYMLOG_WIDTH = Math.log1p(1 / SYMLOG_KNEE);

interface Transfer {
  readonly label: string;
  /** From u = x / largest in [−1, 1] to the position on the colour scale in [−1, 1]; odd and increasing. */
  readonly position: (u: number) => number;
  readonly inverse: (t: number) => number;
  /** Values between 0 and `largest` worth a tick. */
  readonly ticks: (largest: number) => readonly number[];
}

const decades = (largest: number): readonly number[] => {
  const top = Math.floor(Math.log10(largest * 0.5));
  return [top - 1, top].map((power) => Number(`1e${power}`));
};

export const transfers = {
  linear: {
    label: 'linear',
    position: (u) => u,
    inverse: (t) => t,
    ticks: (largest) => roundTicks(0, largest, 2).filter((tick) => tick > 0 && tick < 0.8 * largest),
  },
  symlog: {
    label: 'symlog',
    position: (u) => (Math.sign(u) * Math.log1p(Math.abs(u) / SYMLOG_KNEE)) / SYMLOG_WIDTH,
    inverse: (t) => Math.sign(t) * SYMLOG_KNEE * Math.expm1(Math.abs(t) * SYMLOG_WIDTH),
    ticks: decades,
  },
} satisfies Record<TransferKind, Transfer>;

export interface Tick {
  readonly value: number;
  /** Place on the colour scale in [−1, 1]. */
  readonly position: number;
}

/** Ticks of a colour bar from −largest to +largest, ends left out, zero included. */
export function ticksOf(kind: TransferKind, largest: number): readonly Tick[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [{ value: 0, position: 0 }];
  const { position, ticks } = transfers[kind];
  const positive = ticks(largest).map((value) => ({ value, position: position(value / largest) }));
  const negative = positive.map((tick) => ({ value: -tick.value, position: -tick.position })).reverse();
  return [...negative, { value: 0, position: 0 }, ...positive];
}
