import type { ActivationKind } from '../activations/index.ts';
import type { Random } from '../data/random.ts';

/** What the targets of a loss must be: any numbers, none below 0, 0 or 1, or one 1 among zeros per row. */
export type TargetKind = 'real' | 'non-negative' | 'binary' | 'one-hot';

interface LossEntry {
  readonly label: string;
  /** KaTeX of E_n. */
  readonly formula: string;
  readonly section: string;
  readonly targets: TargetKind;
  /** Output activations it may be paired with; the first is the usual one. */
  readonly outputs: readonly ActivationKind[];
  /** Why other activations are not offered. */
  readonly reason: string;
}

/** The distribution p(t|y) ∝ exp(−E) whose negative logarithm a separable loss is, one output at a time. */
export interface Likelihood {
  /** Fisher information about y: `E[(∂E/∂y)²]`, t ~ p(t|y). */
  information(y: number): number;
  /** A target drawn from p(t|y). */
  sample(y: number, random: Random): number;
}

/** Why exp(−E) is no density. */
export interface NoLikelihood {
  readonly none: string;
}

/**
 * A loss that is a sum over outputs of `value(y, t)`: it gives the derivatives in y, and the output
 * activation's h' and h'' turn them into δ and M (losses/seed.ts).
 */
export interface SeparableLoss extends LossEntry {
  readonly kind: 'separable';
  value(y: number, t: number): number;
  /** ∂E/∂y */
  slope(y: number, t: number): number;
  /** ∂²E/∂y² */
  curvature(y: number, t: number): number;
  readonly likelihood: Likelihood | NoLikelihood;
}

/** One output's y, E, δ = ∂E/∂a, M = ∂²E/∂a² and Mcut = h'² ∂²E/∂y². */
export interface OutputTerms {
  readonly y: number;
  readonly E: number;
  readonly delta: number;
  readonly M: number;
  readonly Mcut: number;
}

/** A loss behind one output activation, computed from the pre-activation a of one output. */
export interface FromPreActivation {
  terms(a: number, t: number): OutputTerms;
  /** Fisher information about a: `E[δ²]`, t ~ p(t|y). */
  information(a: number): number;
}

/**
 * A loss that is a sum over outputs and is computed from a for each of its output activations, because y
 * and h' alone lose the digits: where y underflows, or 1 − t/y cancels.
 */
export interface DirectLoss extends LossEntry {
  readonly kind: 'direct';
  readonly behind: Partial<Record<ActivationKind, FromPreActivation>>;
  /** A target drawn from p(t|y). */
  sample(y: number, random: Random): number;
}

/** A loss computed from the pre-activations of its own output activation, where δ = y − t. */
export interface CanonicalLoss extends LossEntry {
  readonly kind: 'canonical';
  /**
   * Reads `a` and `t` of one pattern (K entries from `at`), writes y and δ at the same place and
   * M_kk' = ∂²E_n/∂a_k∂a_k' at `at · K`; returns E_n.
   */
  evaluate(
    a: Float64Array,
    t: Float64Array,
    K: number,
    at: number,
    out: { y: Float64Array; delta: Float64Array; M: Float64Array },
  ): number;
  /** Writes the Fisher information `E[δδᵀ]` of one pattern, t ~ p(t|y), at `at · K`. */
  information(a: Float64Array, K: number, at: number, S: Float64Array): void;
  /** Writes a target drawn from p(t|y) of one pattern. */
  sample(y: Float64Array, K: number, at: number, random: Random, t: Float64Array): void;
}

export type Loss = SeparableLoss | DirectLoss | CanonicalLoss;

/** Outputs that a loss on real targets goes with; the first is the usual one. */
export const realTargetOutputs: readonly ActivationKind[] = [
  'identity',
  'tanh',
  'logistic',
  'softplus',
  'exp',
  'relu',
  'leaky-relu',
  'gelu',
  'silu',
  'sin',
  'softmax',
];
