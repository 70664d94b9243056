/** Fewer points lie on any power law. */
const FEWEST = 3;

export interface PowerLaw {
  /** p of `y = f x^p`. */
  readonly power: number;
  readonly factor: number;
  readonly from: number;
  readonly to: number;
}

/** Least squares of log y over log x; null for fewer than three points or a single x. */
export function powerLaw(points: readonly (readonly [x: number, y: number])[]): PowerLaw | null {
  if (points.length < FEWEST) return null;
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const x0 = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const y0 = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  const variance = logs.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  if (variance === 0) return null;
  const power = covariance / variance;
  const xs = points.map(([x]) => x);
  return { power, factor: Math.exp(y0 - power * x0), from: Math.min(...xs), to: Math.max(...xs) };
}

/** The larger half of the sizes, three at least: where fixed costs weigh little. */
export function largerHalf<T>(sorted: readonly T[]): readonly T[] {
  return sorted.slice(-Math.max(FEWEST, Math.ceil(sorted.length / 2)));
}
