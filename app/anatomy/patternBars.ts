import type { Anatomy } from '../../workers/protocol.ts';

type Patterns = Anatomy['patterns'];

export type PatternOrder = 'size' | 'data';

/** What a pattern adds to the entry. */
export const contribution = ({ gaussNewton, residual }: Patterns, n: number): number =>
  (gaussNewton[n] ?? 0) + (residual[n] ?? 0);

/** The patterns from the left: the largest contribution first, or as in the data. */
export function orderOf(patterns: Patterns, order: PatternOrder): readonly number[] {
  const all = Array.from(patterns.gaussNewton, (_, n) => n);
  if (order === 'data') return all;
  const sizes = all.map((n) => Math.abs(contribution(patterns, n)));
  return all.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

/** How many patterns make a share of the sum of all sizes, the largest first. */
export function countOfShare(patterns: Patterns, share: number): number {
  const sizes = orderOf(patterns, 'size').map((n) => Math.abs(contribution(patterns, n)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let sum = 0;
  let count = 0;
  for (const size of sizes) {
    if (sum >= share * whole) break;
    sum += size;
    count += 1;
  }
  return count;
}

/** Bars narrower than this can't be told apart. */
const LEAST_WIDTH = 2;

/** One bar: the pattern of largest contribution among those that share its place. */
export function barPatterns(patterns: Patterns, order: readonly number[], width: number): readonly number[] {
  const N = order.length;
  const count = Math.min(N, Math.max(1, Math.floor(width / LEAST_WIDTH)));
  return Array.from({ length: count }, (_, bar) => {
    const some = order.slice(Math.floor((bar * N) / count), Math.floor(((bar + 1) * N) / count));
    return some.reduce((loudest, n) =>
      Math.abs(contribution(patterns, n)) > Math.abs(contribution(patterns, loudest)) ? n : loudest,
    );
  });
}

/** Two SVG paths, of what goes through M and through δ, and the height of zero. */
export interface PatternPicture {
  readonly M: string;
  readonly delta: string;
  readonly zero: number;
}

/** Parts of one sign are stacked on their side of zero. */
export function patternPicture(
  { gaussNewton, residual }: Patterns,
  bars: readonly number[],
  width: number,
  height: number,
): PatternPicture {
  const parts = bars.map((n) => [gaussNewton[n] ?? 0, residual[n] ?? 0] as const);
  const above = Math.max(0, ...parts.map(([m, d]) => Math.max(m, 0) + Math.max(d, 0)));
  const below = Math.max(0, ...parts.map(([m, d]) => Math.max(-m, 0) + Math.max(-d, 0)));
  const unit = height / (above + below || 1);
  const zero = above + below > 0 ? above * unit : height / 2;
  const step = width / bars.length;
  const barWidth = Math.max(1, step * 0.8);
  const rect = (bar: number, from: number, to: number): string => {
    if (from === to || !Number.isFinite(from + to)) return '';
    const y = (value: number): string => (zero - value * unit).toFixed(2);
    return `M${(bar * step).toFixed(2)} ${y(from)}h${barWidth.toFixed(2)}V${y(to)}h${(-barWidth).toFixed(2)}z`;
  };
  let M = '';
  let delta = '';
  parts.forEach(([m, d], bar) => {
    M += rect(bar, 0, m);
    const from = m > 0 === d > 0 ? m : 0;
    delta += rect(bar, from, from + d);
  });
  return { M, delta, zero };
}
