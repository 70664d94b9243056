/** A symmetric 2 × 2 matrix as its entries [pp, pq, qq]. */
export type Matrix2 = readonly [pp: number, pq: number, qq: number];

/** `Q(s, t) = value + slope·(s, t) + ½ (s, t) A (s, t)ᵀ`: what a curvature matrix makes of a plane. */
export interface Quadratic {
  readonly value: number;
  readonly slope: readonly [s: number, t: number];
  readonly matrix: Matrix2;
}

/** What a quadratic looks like: `flat` where it does not bend along some direction. */
export type QuadraticShape = 'minimum' | 'saddle' | 'maximum' | 'flat';

/** Eigenvalues that are smaller than this beside the other one are rounding of the products. */
const NOTHING = 1e-12;

/** Q(s, t). O(1). */
export const quadraticAt = (
  { value, slope: [gs, gt], matrix: [pp, pq, qq] }: Quadratic,
  s: number,
  t: number,
): number => value + gs * s + gt * t + 0.5 * (pp * s * s + 2 * pq * s * t + qq * t * t);

/** Both eigenvalues, `(a+c)/2 ∓ √(((a−c)/2)² + b²)`, the smaller first. O(1). */
export function eigenvaluesOf([a, b, c]: Matrix2): readonly [smaller: number, larger: number] {
  const middle = (a + c) / 2;
  const apart = Math.hypot((a - c) / 2, b);
  // The end that is not cancelled; the other from the determinant's factor.
  const large = middle >= 0 ? middle + apart : middle - apart;
  const small = large === 0 ? 0 : (a / large) * c - (b / large) * b;
  return middle >= 0 ? [small, large] : [large, small];
}

/** Which shape a quadratic with this matrix has. O(1). */
export function shapeOf(matrix: Matrix2): QuadraticShape {
  const [smaller, larger] = eigenvaluesOf(matrix);
  const negligible = NOTHING * Math.max(Math.abs(smaller), Math.abs(larger));
  if (!(Math.abs(smaller) > negligible && Math.abs(larger) > negligible)) return 'flat';
  if (smaller > 0) return 'minimum';
  return larger < 0 ? 'maximum' : 'saddle';
}

/** Where the slope vanishes: `−A⁻¹ g`, the place of minimum, maximum or saddle; null where Q is flat. O(1). */
export function stationaryPoint({
  slope: [gs, gt],
  matrix,
}: Pick<Quadratic, 'slope' | 'matrix'>): readonly [s: number, t: number] | null {
  if (shapeOf(matrix) === 'flat') return null;
  const [smaller, larger] = eigenvaluesOf(matrix);
  const [pp, pq, qq] = matrix;
  // A⁻¹ = adj A / (λ₁ λ₂), divided one after the other: the product may overflow.
  const along = (x: number): number => x / smaller / larger;
  return [along(pq * gt - qq * gs), along(pq * gs - pp * gt)];
}
