import type { Products } from '../../../workers/protocol.ts';

const norm = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** ‖a − b‖ / ‖b‖. */
const relative = (a: Float64Array, b: Float64Array): number =>
  norm(a.map((value, index) => value - (b[index] ?? NaN))) / norm(b);

/** What the panel says about one product. */
export interface ProductFacts {
  readonly size: number;
  readonly curvature: number;
  /** Relative to Hv by R{·}. */
  readonly oneSided: number;
  readonly central: number;
  readonly gaussNewton: number;
  /** v is zero: the gradient vanishes. */
  readonly isZero: boolean;
}

export const productFacts = ({ v, Hv, oneSided, central, Gv, curvature }: Products): ProductFacts => ({
  size: norm(Hv),
  curvature,
  oneSided: relative(oneSided, Hv),
  central: relative(central, Hv),
  gaussNewton: relative(Gv, Hv),
  isZero: v.every((entry) => entry === 0),
});
