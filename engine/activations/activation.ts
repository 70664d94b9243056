/** An activation function: `z = h(a)` with its first two derivatives, elementwise over a batch. */
export interface Activation {
  readonly label: string;
  /** KaTeX of h(a). */
  readonly formula: string;
  /** May stand at hidden layers (`any`) or only at the output. */
  readonly place: 'any' | 'output';
  /** A remark for the person, where the Hessian needs one. */
  readonly note?: string;
}

/**
 * An elementwise activation. `evaluate` writes h(a), h'(a) and h''(a) for every entry of `a` into the
 * three arrays of the same length. One call, because the three share their exponentials.
 */
export interface ElementwiseActivation extends Activation {
  readonly kind: 'elementwise';
  evaluate(a: Float64Array, z: Float64Array, h1: Float64Array, h2: Float64Array): void;
}

/** Softmax over the units of a pattern; its derivatives belong to the output seed. */
export interface SoftmaxActivation extends Activation {
  readonly kind: 'softmax';
}
