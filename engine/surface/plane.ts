import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { errorOf, gradientOf } from '../products/gradient.ts';
import { type Axes, axesOf, type AxesSpec } from './axes.ts';
import { errorsOnPlane } from './errorsOnPlane.ts';
import { reducedMatrix, type SurfaceModel, surfaceModels } from './models.ts';
import {
  eigenvaluesOf,
  type Quadratic,
  quadraticAt,
  type QuadraticShape,
  shapeOf,
  stationaryPoint,
} from './quadratic.ts';

/** The lowest point of a model in the plane, what it predicts there, and what is true there. */
export interface ModelMinimum {
  readonly at: readonly [s: number, t: number];
  readonly predicted: number;
  /** E at this place; not finite where it overflows. */
  readonly actual: number;
}

/** What one matrix believes of a plane. */
export interface ModelOnPlane extends Quadratic {
  readonly eigenvalues: readonly [smaller: number, larger: number];
  readonly shape: QuadraticShape;
  /** Null unless `shape` is `minimum`. */
  readonly minimum: ModelMinimum | null;
}

/** A plane through w and what every model makes of it. */
export interface SurfacePlane extends Axes {
  /** E(w). */
  readonly error: number;
  /** [∇E·p, ∇E·q]. */
  readonly slope: readonly [s: number, t: number];
  readonly models: Readonly<Record<SurfaceModel, ModelOnPlane>>;
}

/**
 * The plane of `spec` through w. Two products a model, O(N W); eigenvectors take Lanczos's steps before.
 * @throws `needs a finite error, E is: Infinity`, and what `axesOf` throws
 */
export function planeOf(workspace: Workspace, spec: AxesSpec): SurfacePlane {
  const value = errorOf(workspace);
  if (!Number.isFinite(value)) throw new Error(`needs a finite error, E is: ${value}`);
  const axes = axesOf(workspace, spec);
  const g = gradientOf(workspace);
  const slope = [dot(g, 0, axes.p, 0, g.length), dot(g, 0, axes.q, 0, g.length)] as const;
  const errorAt = errorsOnPlane(workspace, axes);
  const modelOf = (model: SurfaceModel): ModelOnPlane => {
    const quadratic = { value, slope, matrix: reducedMatrix(workspace, model, axes) };
    const shape = shapeOf(quadratic.matrix);
    const at = shape === 'minimum' ? stationaryPoint(quadratic) : null;
    const minimum =
      at === null ? null : { at, predicted: quadraticAt(quadratic, ...at), actual: errorAt(...at) };
    return { ...quadratic, eigenvalues: eigenvaluesOf(quadratic.matrix), shape, minimum };
  };
  const models = Object.fromEntries(surfaceModels.map((model) => [model, modelOf(model)]));
  return { ...axes, error: value, slope, models: models as Record<SurfaceModel, ModelOnPlane> };
}
