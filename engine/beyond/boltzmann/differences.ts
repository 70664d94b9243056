import { exactDivergence } from './divergence.ts';
import type { BoltzmannData, BoltzmannMachine } from './machine.ts';

/** A balance for central differences of fourth order: r⁴ beside ε/r. */
export const DIFFERENCE_STEP = 1e-3;

const moved = (machine: BoltzmannMachine, v: Float64Array, t: number): BoltzmannMachine => ({
  ...machine,
  weights: machine.weights.map((weight, q) => weight + t * v[q]),
});

const along = (f: (t: number) => Float64Array, r: number): Float64Array => {
  const [a, b, c, d] = [f(r), f(-r), f(2 * r), f(-2 * r)];
  return a.map((there, q) => (8 * (there - b[q]) - (c[q] - d[q])) / (12 * r));
};

/** Steps are measured in temperatures: the divergence depends on w/T. */
const stepOf = ({ temperature }: BoltzmannMachine, v: Float64Array, r: number): number =>
  (r * temperature) / (v.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0) || 1);

/**
 * `∂G/∂w_ij` by differences of the enumerated divergence, weight by weight, like the weights. 4 W enumerations.
 * @throws what `exactDivergence` throws
 */
export function divergenceDifferences(
  machine: BoltzmannMachine,
  data: BoltzmannData,
  r = DIFFERENCE_STEP,
): Float64Array {
  return machine.weights.map((_, q) => {
    const unit = new Float64Array(machine.weights.length);
    unit[q] = 1;
    const G = (t: number): Float64Array =>
      Float64Array.of(exactDivergence(moved(machine, unit, t), data).divergence);
    return along(G, stepOf(machine, unit, r))[0];
  });
}

/**
 * `Hv ≈ d∇G(w + t v)/dt` by differences of the enumerated gradient, like the weights. 4 enumerations.
 * @throws what `exactDivergence` throws
 */
export function divergenceProductDifferences(
  machine: BoltzmannMachine,
  data: BoltzmannData,
  v: Float64Array,
  r = DIFFERENCE_STEP,
): Float64Array {
  return along((t) => exactDivergence(moved(machine, v, t), data).gradient, stepOf(machine, v, r));
}
