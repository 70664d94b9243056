import { roundTicks } from '../roundNumbers.ts';
import type { AxisSpec } from './spec.ts';

/** `at`: on the axis, of a logarithmic one the logarithm. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

const MINUS = '−';
/** Numbers between these are set with all their digits. */
const PLAIN_FROM = 1e-3;
const PLAIN_TO = 1e5;
/** A multiple of a step has no more digits that mean something. */
const DIGITS = 12;

const signed = (text: string): string => text.replace('-', MINUS);

const isPlainSize = (size: number): boolean => size >= PLAIN_FROM * (1 - 1e-9) && size < PLAIN_TO;
const raisedText = (power: number): string => `10<sup>${signed(String(power))}</sup>`;

/** `0.02`, `1,200` as `1200`, `3×10<sup>−7</sup>`. */
export function tickText(value: number, plain = false): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (plain || isPlainSize(size)) return signed(String(Number(value.toPrecision(DIGITS))));
  const [digits = '', power = ''] = Number(value.toPrecision(DIGITS)).toExponential().split('e');
  const raised = raisedText(Number(power));
  if (digits === '1') return raised;
  return digits === '-1' ? `${MINUS}${raised}` : `${signed(digits)}×${raised}`;
}

const multiplesOf = (step: number, low: number, high: number): number[] => {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) * step);
};

const digitsOf = { D1: [1, 2, 3, 4, 5, 6, 7, 8, 9], D2: [1, 2, 5] } as const;

/** What a logarithmic axis of so many decades has its ticks at. */
function stepOf(decades: number, room: number): number | 'D1' | 'D2' {
  if (decades < 0.7) return 'D1';
  return decades < 2 ? 'D2' : Math.max(1, Math.ceil(decades / room));
}

function logTicks(
  { dtick, exponentformat, tickformat }: AxisSpec,
  low: number,
  high: number,
  room: number,
): Tick[] {
  const step = dtick ?? stepOf(high - low, room);
  const isPlain = exponentformat === 'none' || tickformat === '~g';
  const decades =
    typeof step === 'number'
      ? multiplesOf(step, low, high)
      : multiplesOf(1, Math.floor(low), high).flatMap((power) =>
          digitsOf[step].map((digit) => Math.log10(digit) + power),
        );
  const within = decades.filter((at) => at >= low && at <= high);
  // one way for all of them
  const isRaised = typeof step === 'number' && !isPlain && within.some((at) => !isPlainSize(10 ** at));
  const textOf = (at: number): string =>
    isRaised && (at < 0 || at > 1) ? raisedText(at) : tickText(10 ** at, isPlain);
  if (within.length >= 2) return within.map((at) => ({ at, text: textOf(at) }));
  return roundTicks(10 ** low, 10 ** high, room)
    .filter((value) => value > 0)
    .map((value) => ({ at: Math.log10(value), text: tickText(value, true) }));
}

/** The ticks of an axis from `low` to `high` with room for about so many. */
export function ticksOf(axis: AxisSpec, low: number, high: number, room: number): readonly Tick[] {
  const isLog = axis.type === 'log';
  const { tickvals, ticktext, dtick } = axis;
  if (tickvals !== undefined)
    return tickvals
      .map((value, k) => ({
        at: isLog ? Math.log10(value) : value,
        text: ticktext?.[k] ?? tickText(value),
      }))
      .filter(({ at }) => at >= low && at <= high);
  const most = Math.max(1, Math.min(room, axis.nticks ?? room));
  if (isLog) return logTicks(axis, low, high, most);
  const values = typeof dtick === 'number' ? multiplesOf(dtick, low, high) : roundTicks(low, high, most);
  return values.map((at) => ({ at, text: tickText(at) }));
}
