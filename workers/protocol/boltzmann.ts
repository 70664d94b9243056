/** What the page and a worker say to each other about a Boltzmann machine: types only. */
import type { StudySettings } from '../../engine/notebook/studies/index.ts';

/** The machine, its data and the direction in a study's settings. */
export interface BoltzmannModel extends Pick<
  StudySettings['boltzmann'],
  'visible' | 'hidden' | 'states' | 'temperature' | 'data' | 'seed' | 'scale' | 'changed'
> {
  /** The unit vector of a pair, or drawn. */
  readonly direction: { readonly i: number; readonly j: number } | { readonly seed: number };
}

/** Averages of the two phases and derivatives of the divergence, all like the weights. */
export interface BoltzmannValues {
  readonly clamped: Float64Array;
  readonly free: Float64Array;
  readonly Rclamped: Float64Array;
  readonly Rfree: Float64Array;
  readonly gradient: Float64Array;
  readonly Hv: Float64Array;
}

export interface BoltzmannReply {
  /** n: the unit that is always on included. */
  readonly units: number;
  /** [n (n − 1)/2], row by row. */
  readonly weights: Float64Array;
  readonly v: Float64Array;
  /** States of the visible units, one after another, with their probabilities in the data and by the machine. */
  readonly patterns: readonly {
    readonly shown: Float64Array;
    readonly data: number;
    readonly machine: number;
  }[];
  /** In nats. */
  readonly divergence: number;
  readonly exact: BoltzmannValues;
  /** vᵀHv. */
  readonly curvature: number;
  /** By differences of enumerated machines. */
  readonly checked: { readonly gradient: Float64Array; readonly Hv: Float64Array };
}

export interface BoltzmannSampleRequest {
  readonly model: BoltzmannModel;
  /** Sweeps of each of `CHAINS` chains that count. */
  readonly sweeps: number;
  readonly seed: number;
}

export interface BoltzmannSample {
  /** States drawn in each phase. */
  readonly drawn: number;
  readonly values: BoltzmannValues;
  /** Standard errors by batch means; 0 where nothing varied. */
  readonly errors: BoltzmannValues;
  /** What makes the error bars doubtful, or null. */
  readonly warning: string | null;
  /** Fewest effective samples of any pair of the free phase that varied. */
  readonly fewest: number;
}

export interface BoltzmannApi {
  boltzmann(model: BoltzmannModel): BoltzmannReply;
  boltzmannSample(request: BoltzmannSampleRequest): BoltzmannSample;
}
