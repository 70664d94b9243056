import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { errorsOnPlane } from '../../engine/surface/errorsOnPlane.ts';
import { type SurfaceModel, surfaceModels } from '../../engine/surface/models.ts';
import { planeOf } from '../../engine/surface/plane.ts';
import { quadraticAt } from '../../engine/surface/quadratic.ts';
import type { SurfaceReply, SurfaceRequest } from '../protocol.ts';

/** A plane through w, unless it is known already, and at some of its places the error and what models believe of it. */
export function surface({ problem, plane: asked, s, t }: SurfaceRequest): SurfaceReply {
  const workspace = createWorkspace(problem);
  const plane = 'models' in asked ? asked : planeOf(workspace, asked);
  const errorAt = errorsOnPlane(workspace, plane);
  const at = (f: (s: number, t: number) => number): Float64Array =>
    s.map((along, place) => f(along, t[place] ?? NaN));
  const believed = Object.fromEntries(
    surfaceModels.map((model) => [model, at((...place) => quadraticAt(plane.models[model], ...place))]),
  ) as Record<SurfaceModel, Float64Array>;
  return { plane, errors: at(errorAt), believed };
}
