import type { RecurrentNetwork, RecurrentPatterns } from './network.ts';
import { productAt, recurrentGradient } from './products.ts';
import { DEFAULT_RELAXATION, type RelaxationSettings } from './relax.ts';

/**
 * The Hessian of the settled network's error over all n² weights, one product for each: column q is `H e_q`,
 * [n² × n²] row-major. O(N n⁴) a step of the relaxations.
 * @throws what `recurrentGradient` throws
 */
export function recurrentHessian(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
): Float64Array {
  const plain = recurrentGradient(network, patterns, settings);
  const W = network.units ** 2;
  const H = new Float64Array(W * W);
  for (let q = 0; q < W; q++) {
    const unit = new Float64Array(W);
    unit[q] = 1;
    const { Hv } = productAt(network, patterns, plain, unit, settings);
    for (let row = 0; row < W; row++) H[row * W + q] = Hv[row];
  }
  return H;
}
