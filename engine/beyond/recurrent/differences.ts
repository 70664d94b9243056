import type { RecurrentNetwork, RecurrentPatterns } from './network.ts';
import { recurrentGradient } from './products.ts';
import { DEFAULT_RELAXATION, type RelaxationSettings } from './relax.ts';
import { settle } from './settle.ts';

/** A balance for central differences of fourth order: r⁴ beside ε/r. */
export const DIFFERENCE_STEP = 1e-3;

/**
 * `E = Σ_n ½ Σ_k (y_k − t_nk)²` of the settled network, from forward relaxations alone. O(N n²) a step.
 * @throws `pattern 1 does not settle: …`, and what `settle` throws
 */
export function settledError(
  network: RecurrentNetwork,
  { N, inputs, outputs, targets }: RecurrentPatterns,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
): number {
  const n = network.units;
  let error = 0;
  for (let p = 0; p < N; p++) {
    const { y, status, reason } = settle(network, inputs.slice(p * n, (p + 1) * n), settings);
    if (status !== 'settled') throw new Error(`pattern ${p + 1} ${reason}`);
    outputs.forEach((unit, k) => {
      error += 0.5 * (y[unit] - targets[p * outputs.length + k]) ** 2;
    });
  }
  return error;
}

/** The same network with its weights moved by t v. */
const moved = (network: RecurrentNetwork, v: Float64Array, t: number): RecurrentNetwork => ({
  ...network,
  weights: network.weights.map((weight, q) => weight + t * v[q]),
});

/** `f'(0) ≈ (8 (f(r) − f(−r)) − (f(2r) − f(−2r)))/(12 r)`, O(r⁴), entry by entry. */
function slope(f: (t: number) => Float64Array, r: number): Float64Array {
  const [a, b, c, d] = [f(r), f(-r), f(2 * r), f(-2 * r)];
  return a.map((there, q) => (8 * (there - b[q]) - (c[q] - d[q])) / (12 * r));
}

/**
 * `∂E/∂w_ij` by differences of the settled error, weight by weight, [n × n]: no backward relaxation has part in it.
 * 4 n² settlings.
 * @throws what `settledError` throws, also where a moved network does not settle
 */
export function errorDifferences(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  r = DIFFERENCE_STEP,
): Float64Array {
  return network.weights.map((_, q) => {
    const unit = new Float64Array(network.weights.length);
    unit[q] = 1;
    return slope((t) => Float64Array.of(settledError(moved(network, unit, t), patterns, settings)), r)[0];
  });
}

/**
 * `Hv ≈ d∇E(w + t v)/dt` by differences of the gradient of networks settled anew, [n × n]; the step is r in units of
 * max|v|. 4 gradients.
 * @throws what `recurrentGradient` throws, also where a moved network does not settle
 */
export function gradientDifferences(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  v: Float64Array,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  r = DIFFERENCE_STEP,
): Float64Array {
  const size = v.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0) || 1;
  return slope((t) => recurrentGradient(moved(network, v, t), patterns, settings).gradient, r / size);
}

/**
 * `vᵀHv ≈ d²E(w + t v)/dt²` by second differences of the settled error alone, O(r⁴); the step is 10 r in units of
 * max|v|, for rounding counts by its square. 5 settlings.
 * @throws what `settledError` throws, also where a moved network does not settle
 */
export function curvatureDifference(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  v: Float64Array,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  r = DIFFERENCE_STEP,
): number {
  const size = v.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0) || 1;
  const h = (10 * r) / size;
  const E = (t: number): number => settledError(moved(network, v, t), patterns, settings);
  return (16 * (E(h) + E(-h)) - (E(2 * h) + E(-2 * h)) - 30 * E(0)) / (12 * h * h);
}
