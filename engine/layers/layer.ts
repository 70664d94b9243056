import type { LayerSpec } from '../experiment/problem.ts';

/** `[units]` or `[channels, height, width]`; entries of a pattern are in that order, row-major. */
export type Shape = readonly number[];

/** Number of entries of a shape. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

/** Where a layer's inputs come from: a run of the columns it reads. */
export interface Source {
  /** Index of the layer read; −1 for the inputs. */
  readonly layer: number;
  readonly units: number;
  readonly shape: Shape;
  /** First column of this source among the layer's inputs. */
  readonly column: number;
}

const isInput = ({ layer }: Source): boolean => layer < 0;

/** Whether a layer reads nothing but the inputs: nothing is sent back from it. */
export const readsInputsOnly = ({ sources }: Pick<Layer, 'sources'>): boolean => sources.every(isInput);

/** A layer with everything resolved to numbers. */
export interface Layer<S extends LayerSpec = LayerSpec> {
  readonly spec: S;
  readonly index: number;
  readonly shape: Shape;
  /** Units, or channels × height × width. */
  readonly units: number;
  /** Number of entries read, the bias not counted. */
  readonly inputs: number;
  readonly sources: readonly Source[];
  /** Layers that read this one, and the column at which they find it. */
  readonly readers: readonly { readonly layer: number; readonly column: number }[];
  /** Rows of W, each with a bias: units of a dense layer, channels of a convolution, 0 without weights. */
  readonly rows: number;
  /** Columns of W: inputs of a dense layer, kernel entries of a convolution. */
  readonly fanIn: number;
  /** Places at which a row of W is applied: 1, or the pixels of a convolution's output. */
  readonly positions: number;
  /** Offset of W (rows × fanIn, row-major) in the parameter vector. */
  readonly weights: number;
  /** Offset of the biases. */
  readonly biases: number;
}

/** What a column of W reads. */
export interface ColumnName {
  readonly source: Source;
  /** Entry of the source; of a kernel its input channel. */
  readonly i: number;
  /** Place within the kernel. */
  readonly kernel?: { readonly row: number; readonly column: number };
}

/** What a layer makes of the shapes it reads. */
export interface Plan {
  readonly shape: Shape;
  readonly rows: number;
  readonly fanIn: number;
  readonly positions: number;
}

/**
 * A kind of layer: a map `a = A(w) z + b`, linear in the weights and (piecewise) linear in its inputs, with
 * all its passes over a batch. Arrays are row-major [N × units] or [N × inputs]; `w` and `v` are whole
 * parameter vectors, of which the layer reads its own run. `z` is always what the layer read. Every pass
 * adds to its last argument.
 */
export interface LayerKind<S extends LayerSpec = LayerSpec> {
  readonly label: string;
  /** KaTeX of a. */
  readonly formula: string;
  readonly section: string;
  /** One sentence for the person who chooses it. */
  readonly about: string;
  /** @throws when it cannot read these shapes: `layer conv1 needs an image, hidden1 gives: 8` */
  plan(spec: S, sources: readonly Source[]): Plan;
  /** Names column `column` of W. @throws `internal: column out of range: 40` */
  columnName(layer: Layer<S>, column: number): ColumnName;
  /** `a = A(w) z + b` (PRML 5.48). */
  forward(layer: Layer<S>, w: Float64Array, z: Float64Array, N: number, a: Float64Array): void;
  /** `e = A(w)ᵀ δ = ∂E/∂z` (PRML 5.56 without h'). */
  backward(
    layer: Layer<S>,
    w: Float64Array,
    z: Float64Array,
    delta: Float64Array,
    N: number,
    e: Float64Array,
  ): void;
  /** `∂E/∂w = Σ_n δ ∂a/∂w` (PRML 5.53), into the layer's run of g. */
  gradient(layer: Layer<S>, delta: Float64Array, z: Float64Array, N: number, g: Float64Array): void;
  /** `R{a} = A(w) R{z} + A(v) z + b(v)` (PRML 5.99); `Rz` is null where nothing before depends on w. */
  rForward(
    layer: Layer<S>,
    w: Float64Array,
    v: Float64Array,
    z: Float64Array,
    Rz: Float64Array | null,
    N: number,
    Ra: Float64Array,
  ): void;
  /** `R{e} = A(v)ᵀ δ + A(w)ᵀ R{δ}` (PRML 5.105 without h'). */
  rBackward(
    layer: Layer<S>,
    w: Float64Array,
    v: Float64Array,
    z: Float64Array,
    delta: Float64Array,
    Rdelta: Float64Array,
    N: number,
    Re: Float64Array,
  ): void;
  /** `R{∂E/∂w} = Σ_n (R{δ} ∂a/∂w + δ R{∂a/∂w})` (PRML 5.110), into the layer's run of Hv. */
  rGradient(
    layer: Layer<S>,
    delta: Float64Array,
    Rdelta: Float64Array,
    z: Float64Array,
    Rz: Float64Array | null,
    N: number,
    Hv: Float64Array,
  ): void;
  /** `d_i = Σ_j A_ji² ∂²E/∂a_j²`: the diagonal recursion's way back (PRML 5.81, off-diagonal terms dropped). */
  diagonalBackward(
    layer: Layer<S>,
    w: Float64Array,
    z: Float64Array,
    D: Float64Array,
    N: number,
    d: Float64Array,
  ): void;
  /** `Σ_n ∂²E/∂a_j² z_i²` (PRML 5.79), shared weights summed over their positions. */
  diagonalGradient(
    layer: Layer<S>,
    D: Float64Array,
    z: Float64Array,
    N: number,
    diagonal: Float64Array,
  ): void;
  /** What a row of W meets at each position: [N · positions × fanIn]; for a dense layer z itself. */
  unfold(layer: Layer<S>, z: Float64Array, N: number): Float64Array;
}
