import type { Problem } from '../../experiment/document.ts';

/** What an optimiser carries from step to step. */
export interface OptimiserState {
  readonly parameters: Float64Array;
  /** E(w) at `parameters`. */
  readonly error: number;
  /** Levenberg–Marquardt's λ; gradient descent leaves it alone. */
  readonly damping: number;
}

export interface StepSettings {
  readonly learningRate: number;
}

/** One step from `state`. `stuck` when no step lowers the error, `diverged` when the next is not finite. */
export type StepOutcome =
  | { readonly status: 'running'; readonly state: OptimiserState }
  | { readonly status: 'stuck' | 'diverged'; readonly state: OptimiserState };

export interface Optimiser {
  readonly label: string;
  readonly formula: string;
  /** Whether the learning rate plays a part. */
  readonly usesLearningRate: boolean;
  /** Largest W it is meant for. */
  readonly largestW: number;
  step(problem: Problem, state: OptimiserState, settings: StepSettings): StepOutcome;
}
