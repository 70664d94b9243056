import type { Problem } from '../../experiment/problem.ts';
import { LIMITS } from '../../experiment/limits.ts';

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

/** What the page says of an optimiser. Its step is apart (steps.ts), so that the page need not carry it. */
export interface Optimiser {
  readonly label: string;
  readonly formula: string;
  /** Whether the learning rate plays a part. */
  readonly usesLearningRate: boolean;
  /** Largest W it is meant for. */
  readonly largestW: number;
}

/** One step from `state` on `problem`, whose own parameters are not read. */
export type Step = (problem: Problem, state: OptimiserState, settings: StepSettings) => StepOutcome;

/** Whether every number of the state is finite and within what a document may hold. */
export const isFiniteState = ({ parameters, error }: OptimiserState): boolean =>
  Number.isFinite(error) && parameters.every((weight) => Math.abs(weight) <= LIMITS.magnitude);
