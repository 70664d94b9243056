import { exactPhase, exactPhaseProduct } from './enumeration.ts';
import { type BoltzmannData, type BoltzmannMachine, checkMachine, patternsOf } from './machine.ts';

/** How far the machine is from the data, and its derivatives. */
export interface Divergence {
  /** `G = Σ_v R(v) ln(R(v)/P(v))` over the patterns v of the visible units, in nats; 0 where the machine is the data. */
  readonly divergence: number;
  /** `∂G/∂w_ij = (p⁺_ij − p⁻_ij)/T`, like the weights. */
  readonly gradient: Float64Array;
  /** Pair means with the visible units clamped to the data, averaged over the patterns, and running free. */
  readonly clamped: Float64Array;
  readonly free: Float64Array;
}

/** The same along a direction v. */
export interface DivergenceProduct extends Divergence {
  /** `(R{p⁺} − R{p⁻})/T`. */
  readonly Hv: Float64Array;
  readonly Rclamped: Float64Array;
  readonly Rfree: Float64Array;
}

/**
 * Divergence and gradient by enumeration (Ackley, Hinton & Sejnowski 1985). O((2^(visible + hidden) + P 2^hidden) n²).
 * @throws what `exactPhase` and `patternsOf` throw
 */
export function exactDivergence(machine: BoltzmannMachine, data: BoltzmannData): Divergence {
  const { divergence, gradient, clamped, free } = derivatives(machine, data, null);
  return { divergence, gradient, clamped, free };
}

/**
 * `Hv` of the divergence by enumeration (Pearlmutter 1994). `R{p⁺}` is the mean of the patterns' own: the patterns do not
 * move with the weights. O((2^(visible + hidden) + P 2^hidden) n²).
 * @throws what `exactPhaseProduct` and `patternsOf` throw
 */
export const divergenceProduct = (
  machine: BoltzmannMachine,
  data: BoltzmannData,
  v: Float64Array,
): DivergenceProduct => derivatives(machine, data, v);

function derivatives(
  machine: BoltzmannMachine,
  data: BoltzmannData,
  v: Float64Array | null,
): DivergenceProduct {
  checkMachine(machine);
  const { temperature: T, weights } = machine;
  const none = new Float64Array(weights.length);
  const phase = (shown: Float64Array | null) =>
    v === null ? { ...exactPhase(machine, shown), Rp: none } : exactPhaseProduct(machine, v, shown);
  const free = phase(null);
  const clamped = new Float64Array(weights.length);
  const Rclamped = new Float64Array(weights.length);
  let divergence = 0;
  for (const { shown, probability } of patternsOf(machine, data)) {
    const { p, Rp, logPartition } = phase(shown);
    // ln P(v) = ln Z_v − ln Z.
    divergence += probability * (Math.log(probability) - logPartition + free.logPartition);
    for (let q = 0; q < p.length; q++) {
      clamped[q] += probability * p[q];
      Rclamped[q] += probability * Rp[q];
    }
  }
  const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, q) => (x - b[q]) / T);
  return {
    divergence,
    gradient: difference(clamped, free.p),
    clamped,
    free: free.p,
    Hv: difference(Rclamped, free.Rp),
    Rclamped,
    Rfree: free.Rp,
  };
}
