/** Bars narrower than this can't be told apart. */
const LEAST_WIDTH = 2;

/** The entries that one bar stands for: `from` up to `to`, the last not counted. */
export interface Bin {
  readonly from: number;
  readonly to: number;
}

/** As many bars as there are entries, or as fit. */
export function binsOf(W: number, width: number): readonly Bin[] {
  const count = Math.min(W, Math.floor(width / LEAST_WIDTH));
  return Array.from({ length: count }, (_, k) => ({
    from: Math.floor((k * W) / count),
    to: Math.floor(((k + 1) * W) / count),
  }));
}

/** The entry of largest size, sign kept: a mean would cancel signs. */
function loudest(values: Float64Array, { from, to }: Bin): number {
  let loud = 0;
  for (let index = from; index < to; index++) {
    const value = values[index] ?? 0;
    if (Math.abs(value) > Math.abs(loud)) loud = value;
  }
  return loud;
}

export const largestOf = (vectors: readonly Float64Array[]): number =>
  vectors.reduce((most, values) => values.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0);

export interface Bars {
  readonly positive: string;
  readonly negative: string;
}

/** Two SVG paths: bars up from the middle line, and down. */
export function barsOf(
  values: Float64Array,
  bins: readonly Bin[],
  largest: number,
  width: number,
  height: number,
): Bars {
  const step = width / bins.length;
  const barWidth = Math.max(1, step * 0.8);
  const middle = height / 2;
  let positive = '';
  let negative = '';
  bins.forEach((bin, k) => {
    const value = loudest(values, bin);
    const length = (middle * Math.abs(value)) / (largest || 1);
    if (!(length > 0)) return;
    const bar = `M${(k * step).toFixed(2)} ${middle}h${barWidth.toFixed(2)}v${(value > 0 ? -length : length).toFixed(2)}h${(-barWidth).toFixed(2)}z`;
    if (value > 0) positive += bar;
    else negative += bar;
  });
  return { positive, negative };
}
