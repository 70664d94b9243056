import type { Problem } from '../../engine/experiment/problem.ts';
import type { AxesSpec } from '../../engine/surface/axes.ts';
import type { SurfaceModel } from '../../engine/surface/models.ts';
import type { SurfacePlane } from '../../engine/surface/plane.ts';

export type { SurfaceModel } from '../../engine/surface/models.ts';
export type { ModelOnPlane, SurfacePlane } from '../../engine/surface/plane.ts';

export interface SurfaceRequest {
  readonly problem: Problem;
  /** Which plane through w, or what an earlier reply said of it. */
  readonly plane: AxesSpec | SurfacePlane;
  /** Places in the plane, w at (0, 0). */
  readonly s: Float64Array;
  readonly t: Float64Array;
}

export interface SurfaceReply {
  readonly plane: SurfacePlane;
  /** E at every place; not finite where it overflows. */
  readonly errors: Float64Array;
  /** What each model believes E to be there. */
  readonly believed: Readonly<Record<SurfaceModel, Float64Array>>;
}
