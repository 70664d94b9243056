import { formatNumber } from '../../controls/formatNumber.ts';

/** Decades below the largest that still have room of their own; what is smaller nears zero. */
const DECADES = 6;
/** Ticks on either side of zero, at most. */
const MOST_TICKS = 4;

export interface SignedLogAxis {
  /** `asinh(x / knee)`: linear near zero, ±log beyond. */
  readonly place: (x: number) => number;
  readonly tickvals: readonly number[];
  readonly ticktext: readonly string[];
}

/** Of an axis whose largest |x| is `largest`; 1 where that is no number above 0. */
const kneeOf = (largest: number): number =>
  largest > 0 && Number.isFinite(largest) ? largest * 10 ** -DECADES : 1;

/** An axis on which both signs and many decades have room; plotly.js has none. `largest`: the largest |x|. */
export function signedLogAxis(largest: number, knee = kneeOf(largest)): SignedLogAxis {
  const place = (x: number): number => Math.asinh(x / knee);
  if (knee === 1) return { place, tickvals: [0], ticktext: ['0'] };
  const top = Math.floor(Math.log10(largest));
  const stride = Math.ceil(DECADES / MOST_TICKS);
  const powers = Array.from({ length: MOST_TICKS }, (_, q) => top - q * stride).filter(
    (p) => 10 ** p > 3 * knee,
  );
  const ticks = powers.map((power) => Number(`1e${power}`));
  const values = [...ticks.map((tick) => -tick), 0, ...ticks.toReversed()];
  return { place, tickvals: values.map(place), ticktext: values.map((value) => formatNumber(value, 2)) };
}
