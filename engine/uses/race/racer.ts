import type { Workspace } from '../../curvature/workspace.ts';

/** What a method carries from step to step. The workspace holds the weights and their passes. */
export interface RaceState {
  readonly workspace: Workspace;
  /** E(w), weight decay included. */
  readonly error: number;
  /** ∇E(w), [W]. */
  readonly gradient: Float64Array;
  /** The step before, [W]: momentum's own. */
  readonly velocity: Float64Array;
  /** Levenberg–Marquardt's λ. */
  readonly damping: number;
}

export interface RaceSettings {
  /** η of gradient descent and momentum. */
  readonly learningRate: number;
  /** μ: the share of the step before that is kept. */
  readonly momentum: number;
  /** λ added to the diagonal; where Levenberg–Marquardt begins. */
  readonly damping: number;
  /** η of natural gradient and K-FAC. */
  readonly naturalRate: number;
  /** `full`: each step as its formula has it; `halved`: until E falls enough. */
  readonly length: 'full' | 'halved';
}

/**
 * Why a method stops before its steps are used up. `rest`: ∇E has vanished; `no-inverse`: its matrix is singular;
 * `no-descent`: its step would climb, and is not halved for that; `not-lower`: no step it tries lowers E;
 * `not-finite`: the next weights or their error overflow; `explosion`: E is beyond all reason; `unavailable`: its matrix
 * does not exist here, or is too large.
 */
export type Stop =
  'rest' | 'no-inverse' | 'no-descent' | 'not-lower' | 'not-finite' | 'explosion' | 'unavailable';

/** One step from `state`; a method that stops stays where it is. */
export type RaceOutcome =
  { readonly stop: null; readonly state: RaceState } | { readonly stop: Stop; readonly state: RaceState };

export type RaceStep = (state: RaceState, settings: RaceSettings) => RaceOutcome;

/** What the page says of a method. Its step is apart (steps.ts), so that the page need not carry it. */
export interface Racer {
  readonly label: string;
  readonly formula: string;
  /** Settings that play a part in it. */
  readonly uses: readonly (keyof RaceSettings)[];
  /** What a step takes: passes alone, products Hv, or a matrix and its solution. */
  readonly takes: 'passes' | 'products' | 'matrix';
}
