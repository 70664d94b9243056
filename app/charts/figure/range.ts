import type { AxisSpec, ContourTrace, ScatterTrace, Trace, Values } from './spec.ts';

/** Ends of an axis; of a logarithmic one their logarithms. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Room beyond the outermost points, as a share of the axis. */
const ROOM = 0.05;

/** Where a value stands on the axis; NaN: nowhere. */
export const onAxis = ({ type }: AxisSpec, value: number | null | undefined): number => {
  const at = value ?? NaN;
  if (type !== 'log') return at;
  return at > 0 ? Math.log10(at) : NaN;
};

/** A curve's band of errors counts, too. */
function* valuesOf(trace: Trace, of: 'x' | 'y'): Generator<number | null | undefined> {
  const values: Values = trace[of];
  const errors = of === 'y' && trace.type === 'scatter' ? trace.error_y?.array : undefined;
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    if (errors === undefined) yield value;
    else yield* [(value ?? NaN) - (errors[k] ?? 0), (value ?? NaN) + (errors[k] ?? 0)];
  }
}

const isFull = (trace: Trace): trace is ContourTrace => trace.type === 'contour';
const hasMarkers = (trace: ScatterTrace): boolean => trace.mode !== 'lines';

/** The ends that are asked for, or those of the traces with room around their points. */
export function rangeOf(axis: AxisSpec, traces: readonly Trace[], of: 'x' | 'y'): Range {
  const [from, to] = axis.range ?? [];
  if (from !== undefined && to !== undefined) return { low: from, high: to };
  let low = Infinity;
  let high = -Infinity;
  for (const trace of traces)
    for (const value of valuesOf(trace, of)) {
      const at = onAxis(axis, value);
      if (!Number.isFinite(at)) continue;
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
  if (low > high) return { low: 0, high: 1 };
  const startsAtZero = axis.rangemode === 'tozero' && axis.type !== 'log' && low >= 0;
  if (startsAtZero) low = 0;
  if (low === high) return { low: low - 0.5, high: high + 0.5 };
  if (traces.some(isFull)) return { low, high };
  const isTight = of === 'x' && !traces.some((trace) => !isFull(trace) && hasMarkers(trace));
  const room = isTight ? 0 : ROOM * (high - low);
  return { low: startsAtZero ? low : low - room, high: high + room };
}
