import type { MatrixId } from '../curvature/index.ts';
import type { DataSetId } from '../data/index.ts';
import type { OptimiserId } from '../uses/optimisers/index.ts';
import type { LensId, LensSettings } from './lenses.ts';
import type { DirectionSpec, Estimation, LossSpec, NetworkSpec } from './problem.ts';

/** The version of the document this build writes. Older ones are migrated, newer ones refused. */
export const VERSION = 3;

/** A data set drawn from its rule. */
export interface GeneratedData {
  readonly set: DataSetId;
  readonly count: number;
  readonly noise: number;
  readonly seed: number;
}

/** Data of the person's own: one row a pattern. */
export interface OwnData {
  readonly name?: string;
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

/** Where a document's patterns come from. */
export type DataSpec = GeneratedData | OwnData;

/** Weights and biases drawn as scale · N(0, 1/fan-in). */
export interface Initialisation {
  readonly seed: number;
  readonly scale: number;
}

/** The optimiser's settings, and how far the run has come. */
export interface TrainingSpec {
  readonly method: OptimiserId;
  readonly learningRate: number;
  /** Steps taken since the start. */
  readonly step: number;
  /** Levenberg–Marquardt's λ, carried from step to step. */
  readonly damping: number;
  /** The weights the run began from; absent: those of `initialisation`. */
  readonly start?: readonly number[];
  /** Error before step `stride · k`: thinned so that it never holds more than LIMITS.curve entries. */
  readonly curve: { readonly stride: number; readonly errors: readonly number[] };
}

/** What is on show, and how entries become colours. */
export interface ViewSpec {
  readonly matrices: readonly MatrixId[];
  /** One colour scale for all matrices on show, or one each. */
  readonly scale: 'shared' | 'each';
  readonly transfer: 'linear' | 'symlog';
  /** The entry and the parameter that were selected, as indices into the parameter vector. */
  readonly entry?: readonly [row: number, column: number];
  readonly parameter?: number;
  /** The pattern that is looked at, in the anatomy of an entry and in R{backprop}; the last, where there are fewer. */
  readonly pattern?: number;
  /** Whether the selected entry is taken apart. */
  readonly anatomy?: true;
  /** What is on show in place of the gallery of matrices. */
  readonly lens?: LensId;
  readonly lenses?: Partial<LensSettings>;
}

/** Everything a link carries, and all there is to restore: plain JSON, validated on every entry. */
export interface Experiment {
  readonly version: typeof VERSION;
  readonly title: string;
  readonly network: NetworkSpec;
  readonly loss: LossSpec;
  readonly weightDecay: number;
  readonly data: DataSpec;
  /** The parameter vector, in the order of PyTorch's `parameters_to_vector`. */
  readonly parameters: readonly number[];
  readonly initialisation: Initialisation;
  readonly direction: DirectionSpec;
  readonly estimation: Estimation;
  readonly training: TrainingSpec;
  readonly view: ViewSpec;
}
