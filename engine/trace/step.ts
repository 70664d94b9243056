/** What R{backprop} of one pattern looks like, step by step. */

/** The passes, in their order. */
export const phases = ['forward', 'R-forward', 'output', 'backward', 'R-backward', 'products'] as const;

export type Phase = (typeof phases)[number];

/** What a step finds: a number of one unit, or `product`: ∂E_n/∂w_ji and R{∂E_n/∂w_ji} of all that unit j reads. */
export type Quantity = 'a' | 'Ra' | 'z' | 'Rz' | 'delta' | 'Rdelta' | 'product';

/** A number that a product is made of; `w` and `v` belong to the weight between two units, `M` to two outputs. */
export type FactorName =
  'w' | 'v' | 'z' | 't' | 'Rz' | 'Ra' | 'h1' | 'h2' | 'delta' | 'Rdelta' | 'M' | 'dEdy';

/** `b_1 b_2 … Σ_q f_1q f_2q …`: the factors b before the sum belong to the step's own unit. */
export interface Terms {
  readonly before: readonly { readonly name: FactorName; readonly value: number }[];
  /** Names of the factors f of every term. */
  readonly names: readonly FactorName[];
  /** The other unit of each term, −1 for a bias. */
  readonly units: readonly number[];
  /** The factors of each term, `names.length` side by side. */
  readonly values: readonly number[];
}

export interface Step {
  readonly phase: Phase;
  readonly quantity: Quantity;
  /** Number of the unit: the inputs first, then layer by layer. */
  readonly unit: number;
  /**
   * One number; of a product the entries of Hv for every weight to the unit, in the order in which it reads, the
   * bias last.
   */
  readonly values: readonly number[];
  /**
   * The value is the sum of these; each entry of a product is the sum of those of its own term. Empty where h or the
   * loss says it: `z_j = h(a_j)`.
   */
  readonly terms: readonly Terms[];
  /** Multiplications and additions so far of what the gradient needs, and of what R{·} needs beyond that. */
  readonly gradientOperations: number;
  readonly rOperations: number;
}

/** R{backprop} of one pattern: `E_n` alone, without reduction and weight decay. */
export interface Trace {
  /** First unit of the inputs and of each layer, then the number of units. */
  readonly offsets: readonly number[];
  /** The inputs x_i. */
  readonly inputs: readonly number[];
  readonly steps: readonly Step[];
  /** ∇E_n, [W]. */
  readonly gradient: Float64Array;
  /** R{∇E_n} = ∇∇E_n v, [W]. */
  readonly Hv: Float64Array;
}
