import { createStore } from 'zustand';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Products, Snapshot, Spectra } from '../../workers/protocol.ts';

/** A result and the very document it was computed from. */
export interface Computed<T> {
  readonly experiment: Experiment;
  readonly value: T;
}

/** How far a matrix is that is computed in parts. */
export interface MatrixProgress {
  /** Share that is computed, from 0 to 1. */
  readonly done: number;
  readonly status: 'running' | 'stopped';
}

/** The last complete results. A panel draws them until the next are complete. */
export interface ResultsState {
  readonly snapshot: Computed<Snapshot> | null;
  /** Extreme eigenvalues follow the snapshot when the pointer rests. */
  readonly spectra: Computed<Spectra> | null;
  /** Outputs on the plot's grid: [points × outputUnits]. */
  readonly fit: Computed<Float64Array> | null;
  readonly products: Computed<Products> | null;
  /** A sentence when the newest document could not be computed. */
  readonly problem: string | null;
  /** Whether only some parts of the snapshot's matrices are there yet. */
  readonly unfinished: boolean;
  /** The matrices that are computed in parts and not complete yet. */
  readonly progress: Partial<Record<MatrixId, MatrixProgress>>;
  readonly workers: number;
}

export const createResults = () =>
  createStore<ResultsState>()(() => ({
    snapshot: null,
    spectra: null,
    fit: null,
    products: null,
    problem: null,
    unfinished: false,
    progress: {},
    workers: 0,
  }));
