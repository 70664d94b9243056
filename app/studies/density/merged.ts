import type { ProbesReply } from '../../../workers/protocol/density.ts';

/** A mean over probes and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/** What all probes so far say together. */
export interface Merged {
  readonly probes: number;
  readonly trace: Estimate;
  /** NaN where a probe has no logarithm. */
  readonly logDeterminant: Estimate;
  /** On the grid, with the standard error at each place. */
  readonly density: Float64Array;
  readonly densityError: Float64Array;
  readonly smallestNode: number;
}

/** `√(Σ (x_s − mean)² / S(S − 1))`. */
function estimateOf(values: readonly number[]): Estimate {
  const S = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / S;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (S * (S - 1))) };
}

/** The probes of several calls as one estimate. */
export function merged(batches: readonly ProbesReply[], points: number): Merged {
  const all = (pick: (reply: ProbesReply) => Float64Array): readonly number[] =>
    batches.flatMap((reply) => Array.from(pick(reply)));
  const traces = all(({ traces: some }) => some);
  const rows = batches.flatMap(({ densities }) =>
    Array.from({ length: densities.length / points }, (_, s) =>
      densities.subarray(s * points, (s + 1) * points),
    ),
  );
  const density = new Float64Array(points);
  const densityError = new Float64Array(points);
  for (let g = 0; g < points; g++) {
    const { mean, standardError } = estimateOf(rows.map((row) => row[g] ?? NaN));
    density[g] = mean;
    densityError[g] = standardError;
  }
  return {
    probes: traces.length,
    trace: estimateOf(traces),
    logDeterminant: estimateOf(all(({ logDeterminants }) => logDeterminants)),
    density,
    densityError,
    smallestNode: batches.reduce((least, { smallestNode }) => Math.min(least, smallestNode), Infinity),
  };
}
