import type { Problem } from '../../engine/experiment/problem.ts';
import type { Inertia } from '../../engine/solve/inertia.ts';
import type { Axes } from '../../engine/surface/axes.ts';
import type { RacerId, RaceSettings, Stop } from '../../engine/uses/race/index.ts';

export type { Stop } from '../../engine/uses/race/index.ts';
export type { Inertia } from '../../engine/solve/inertia.ts';

/** What a method takes along from one call to the next. */
export interface RaceCarried {
  readonly velocity: Float64Array;
  readonly damping: number;
}

export interface RaceRequest {
  /** With the weights where the method is. */
  readonly problem: Problem;
  readonly method: RacerId;
  readonly settings: RaceSettings;
  /** Null at the start. */
  readonly carried: RaceCarried | null;
  /** ‖∇E‖ and E at the start of the race; null there. */
  readonly reference: { readonly error: number; readonly gradientNorm: number } | null;
  /** Steps taken before, steps to take at most, and at which of them the weights are noted. */
  readonly taken: number;
  readonly steps: number;
  readonly noteEvery: number;
  /** Stop after about this long. */
  readonly budgetMilliseconds: number;
}

export interface RaceReply {
  readonly start: { readonly error: number; readonly gradientNorm: number };
  /** After each step taken: E, ‖∇E‖, and how long the step took. */
  readonly errors: Float64Array;
  readonly gradientNorms: Float64Array;
  readonly milliseconds: Float64Array;
  /** Numbers of the steps after which the weights were noted, and those weights, [notes × W]. */
  readonly noted: readonly number[];
  readonly points: Float64Array;
  readonly parameters: Float64Array;
  readonly carried: RaceCarried;
  /** Null while there is more to do. */
  readonly stop: Stop | null;
}

export interface RaceEndRequest {
  readonly problem: Problem;
}

/** Of H where a method came to its end; null where W is too large to ask. */
export type RaceEnd = Inertia | null;

export interface RacePlaneRequest {
  readonly start: Float64Array;
  /** The best end, through which the plane goes; or two weights by their numbers. */
  readonly through: { readonly goal: Float64Array } | { readonly weights: readonly [number, number] };
  /** [points × W] of each path. */
  readonly paths: readonly Float64Array[];
  /** Of each path, which of its points count for the choice of the plane. */
  readonly counts: readonly (readonly boolean[])[];
}

export interface RacePlane extends Axes {
  /** Coordinates of each path's points in the plane, and their distance from it. */
  readonly shadows: readonly {
    readonly s: Float64Array;
    readonly t: Float64Array;
    readonly off: Float64Array;
  }[];
}

export interface RaceErrorsRequest {
  readonly problem: Problem;
  readonly axes: Axes;
  readonly s: Float64Array;
  readonly t: Float64Array;
}

/** The race's tasks. */
export interface RaceApi {
  race(request: RaceRequest): RaceReply;
  raceEnd(request: RaceEndRequest): RaceEnd;
  racePlane(request: RacePlaneRequest): RacePlane;
  raceErrors(request: RaceErrorsRequest): Float64Array;
}
