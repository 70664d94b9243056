import type { DirectionSpec, Problem } from '../../engine/experiment/problem.ts';
import type { Slopes, SweepCurve } from '../../engine/products/rSweep.ts';

export type { SweepCurve } from '../../engine/products/rSweep.ts';

export interface SweepRequest {
  readonly problem: Problem;
  /** `Hv` along the direction, or one entry; null: the largest. */
  readonly of:
    | { readonly kind: 'product'; readonly direction: DirectionSpec }
    | { readonly kind: 'entry'; readonly entry: readonly [row: number, column: number] | null };
  readonly steps: readonly number[];
  /** Whether R{·} is held against H itself, once for all steps. */
  readonly check: boolean;
}

export interface SweepReply {
  readonly steps: readonly number[];
  readonly errors: Readonly<Record<SweepCurve, readonly number[]>>;
  /** What the errors of each curve are relative to; where it is 0 they are absolute. */
  readonly sizes: Readonly<Record<SweepCurve, number>>;
  readonly slopes: Readonly<Record<SweepCurve, Slopes>>;
  /** Multiplications and additions of one value: by each difference, by R{·}, and of one gradient. */
  readonly operations: Readonly<Record<SweepCurve | 'product' | 'gradient', number>>;
  /** ‖Hv‖ of the unit vector v, or H_ij. */
  readonly value: number;
  /** ‖v‖ before it was scaled to 1; 0 where there is no direction. */
  readonly length: number;
  readonly entry: readonly [row: number, column: number] | null;
  /** What R{·} is off by against H itself; NaN where that was not asked for or is too much work. */
  readonly ownError: number;
}
