/** Least-squares slope of log y over log x: the power that y grows with. */
export function logLogSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at: number): number => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x0, y0] = [mean(0), mean(1)];
  let covariance = 0;
  let variance = 0;
  for (const [x, y] of logs) {
    covariance += (x - x0) * (y - y0);
    variance += (x - x0) ** 2;
  }
  return covariance / variance;
}
