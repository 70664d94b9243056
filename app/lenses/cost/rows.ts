import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Measurement, Method } from '../../../workers/protocol.ts';
import { methods, whyNot, type MethodText } from './methods.ts';

/** One line of the table: a method, counted and perhaps measured. */
export interface CostRow extends MethodText {
  /** NaN until counted. */
  readonly operations: number;
  /** Null until measured; NaN when a single run would take too long. */
  readonly milliseconds: number | null;
  /** Length of its bar, 0 to 1: logarithmic, of time, or of operations while nothing is measured. */
  readonly bar: number;
}

/** Methods that do not exist here, or take too much memory, for the same reason. */
export interface Refused {
  readonly labels: readonly string[];
  readonly why: string;
}

/** The methods that can be timed, and those that can't with the reason. */
export function splitMethods(experiment: Experiment): {
  readonly possible: readonly MethodText[];
  readonly refused: readonly Refused[];
} {
  const labelsOf = new Map<string, string[]>();
  const possible = methods.filter(({ method, label }) => {
    const why = whyNot(method, experiment);
    if (why !== null) labelsOf.set(why, [...(labelsOf.get(why) ?? []), label]);
    return why === null;
  });
  return { possible, refused: [...labelsOf].map(([why, labels]) => ({ why, labels })) };
}

/** Bars from the smallest value, a sixteenth of the way, to the largest. */
function barsOf(values: readonly number[]): readonly number[] {
  const logs = values.map((value) => (value > 0 && Number.isFinite(value) ? Math.log(value) : NaN));
  const known = logs.filter((log) => !Number.isNaN(log));
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  return logs.map((log) => (Number.isNaN(log) ? 0 : 1 / 16 + (15 / 16) * ((log - low) / span)));
}

/** The lines of the table, fewest operations first. */
export function rowsOf(
  possible: readonly MethodText[],
  counts: readonly Measurement[],
  measured: ReadonlyMap<Method, Measurement>,
): readonly CostRow[] {
  const rows = possible.map((text, k) => ({
    ...text,
    operations: counts[k]?.operations ?? NaN,
    milliseconds: measured.get(text.method)?.milliseconds ?? null,
  }));
  const bars = barsOf(
    rows.map(({ milliseconds, operations }) => (measured.size === 0 ? operations : (milliseconds ?? NaN))),
  );
  return rows
    .map((row, k) => ({ ...row, bar: bars[k] ?? 0 }))
    .toSorted((a, b) => a.operations - b.operations || 0);
}
