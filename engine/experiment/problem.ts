/** What the mathematics works on. Knows nothing of documents, lists of matrices or the page. */
import type { ActivationKind } from '../activations/index.ts';
import type { LossKind } from '../losses/index.ts';

interface AnyLayerSpec {
  readonly name: string;
  readonly activation: ActivationKind;
  /** Names of earlier layers, `input` included. */
  readonly from: readonly string[];
}

/** A fully connected layer; its inputs are the activations of `from`, concatenated in that order. */
export interface DenseSpec extends AnyLayerSpec {
  readonly kind: 'dense';
  readonly units: number;
}

/** A convolution with square kernels and a bias for each channel; reads one image, padded with zeros. */
export interface Conv2dSpec extends AnyLayerSpec {
  readonly kind: 'conv2d';
  readonly channels: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** Mean or maximum of square windows side by side; what does not fill a window is left out. */
export interface PoolSpec extends AnyLayerSpec {
  readonly kind: 'average-pool' | 'max-pool';
  /** Side of the window, and the step from one to the next. */
  readonly size: number;
}

/** Sum of layers of the same shape: a residual connection. */
export interface AddSpec extends AnyLayerSpec {
  readonly kind: 'add';
}

export type LayerSpec = DenseSpec | Conv2dSpec | PoolSpec | AddSpec;

export type LayerKindName = LayerSpec['kind'];

/** Layers in topological order; the last one is the output. */
export interface NetworkSpec {
  /** `[features]` or `[channels, height, width]`. */
  readonly input: readonly number[];
  readonly layers: readonly LayerSpec[];
}

export type Reduction = 'sum' | 'mean';

export interface LossSpec {
  readonly kind: LossKind;
  readonly reduction: Reduction;
}

/** The patterns as matrices: inputs [N × inputUnits], targets [N × outputUnits], row-major. */
export interface Batch {
  readonly N: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** The direction v of a product Hv. */
export type DirectionSpec =
  | { readonly kind: 'random'; readonly seed: number }
  | { readonly kind: 'unit'; readonly index: number }
  | { readonly kind: 'gradient' }
  | { readonly kind: 'top-eigenvector' };

/** What estimates draw on: everything random comes from `seed`. */
export interface Estimation {
  readonly seed: number;
  /** Targets drawn for each pattern, or probes: more give smaller errors. */
  readonly samples: number;
  /** Eigenpairs that a low-rank approximation keeps. */
  readonly rank: number;
}

export const DEFAULT_ESTIMATION: Estimation = { seed: 1, samples: 16, rank: 10 };

/** What the mathematics needs, and no more: a network, its weights, a loss and data. */
export interface Problem {
  readonly network: NetworkSpec;
  readonly loss: LossSpec;
  readonly weightDecay: number;
  readonly parameters: Float64Array;
  readonly batch: Batch;
  /** For estimates; DEFAULT_ESTIMATION when absent. */
  readonly estimation?: Estimation;
  /** For the estimate of H from one product; the random direction of `estimation.seed` when absent. */
  readonly direction?: DirectionSpec;
}
