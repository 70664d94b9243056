/** `‖s x − y‖ / ‖y‖`; where y = 0, `‖s x‖`. O(W). */
export function relativeDistance(x: Float64Array, y: Float64Array, s = 1): number {
  let [difference, size] = [0, 0];
  for (let q = 0; q < y.length; q++) {
    difference += (s * x[q] - y[q]) ** 2;
    size += y[q] * y[q];
  }
  return Math.sqrt(size === 0 ? difference : difference / size);
}
