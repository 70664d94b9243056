import type { ActivationKind } from '../activations/index.ts';

/** What the targets of a loss must be: any numbers, 0 or 1, or one 1 among zeros per row. */
export type TargetKind = 'real' | 'binary' | 'one-hot';

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
}

export type Loss = SeparableLoss | CanonicalLoss;

/** Outputs that a loss on real targets goes with; the first is the usual one. */
export const realTargetOutputs: readonly ActivationKind[] = [
  'identity',
  'tanh',
  'logistic',
  'softplus',
  'relu',
  'leaky-relu',
  'silu',
  'sin',
  'softmax',
];
