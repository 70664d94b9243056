/** What the mathematics works on. Knows nothing of documents, lists of matrices or the page. */
import type { ActivationKind } from '../activations/index.ts';
import type { LossKind } from '../losses/index.ts';

/** A fully connected layer; its inputs are the activations of `from`, concatenated in that order. */
export interface DenseSpec {
  readonly name: string;
  readonly kind: 'dense';
  readonly units: number;
  readonly activation: ActivationKind;
  /** Names of earlier layers, `input` included. */
  readonly from: readonly string[];
}

export type LayerSpec = DenseSpec;

/** Layers in topological order; the last one is the output. */
export interface NetworkSpec {
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

/** What the mathematics needs, and no more: a network, its weights, a loss and data. */
export interface Problem {
  readonly network: NetworkSpec;
  readonly loss: LossSpec;
  readonly weightDecay: number;
  readonly parameters: Float64Array;
  readonly batch: Batch;
}
