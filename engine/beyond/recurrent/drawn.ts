import { gaussians } from '../../data/random.ts';
import type { RecurrentActivation, RecurrentNetwork, RecurrentPatterns } from './network.ts';

/** A network of which all numbers are drawn, with some weights set by hand. */
export interface DrawnNetwork {
  readonly units: number;
  readonly activation: RecurrentActivation;
  readonly seed: number;
  /** g: `w_ij = g ξ_ij/√n` with ξ_ij standard normal, so that the spectral radius of w is about g. */
  readonly gain: number;
  /** Weights that are what they are, whatever the gain; those of units that there are not are left out. */
  readonly changed: readonly { readonly from: number; readonly to: number; readonly value: number }[];
}

/** The network of these numbers. O(n²). */
export function drawnNetwork({ units, activation, seed, gain, changed }: DrawnNetwork): RecurrentNetwork {
  const weights = gaussians(seed, units * units).map((draw) => (gain * draw) / Math.sqrt(units));
  for (const { from, to, value } of changed) {
    if (from < units && to < units) weights[from * units + to] = value;
  }
  return { units, activation, weights };
}

/** Seeds beside that of the weights. */
const [INPUTS, TARGETS] = [101, 202];
const INPUT_SCALE = 0.5;
const TARGET_SCALE = 0.5;

/**
 * Patterns with inputs at every unit and targets at the last ones, normal with deviation ½; about ½ for logistic
 * targets, so that they can be reached. The inputs of the first pattern are the same for more patterns. O(N n).
 */
export function drawnPatterns(
  { units, activation, seed }: Pick<DrawnNetwork, 'units' | 'activation' | 'seed'>,
  N: number,
  targeted: number,
): RecurrentPatterns {
  const count = Math.min(units, targeted);
  const middle = activation === 'logistic' ? 0.5 : 0;
  return {
    N,
    inputs: gaussians(seed + INPUTS, N * units).map((draw) => INPUT_SCALE * draw),
    outputs: Array.from({ length: count }, (_, k) => units - count + k),
    targets: gaussians(seed + TARGETS, N * count).map((draw) => middle + TARGET_SCALE * draw),
  };
}
