import { diagonal } from '../curvature/diagonal.ts';
import type { Workspace } from '../curvature/workspace.ts';
import type { LensSettings } from '../experiment/lenses.ts';
import { dot } from '../kernels/multiply.ts';
import { rProducts, seededProducts } from '../products/hessianVector.ts';
import type { Axes } from './axes.ts';
import type { Matrix2 } from './quadratic.ts';

/** A matrix whose quadratic is laid over the error. */
export type SurfaceModel = LensSettings['surface']['models'][number];

/** `A v` for each v of V, weight decay included, without the matrix. */
type Products = (workspace: Workspace, V: readonly Float64Array[]) => readonly Float64Array[];

const products: Readonly<Record<SurfaceModel, Products>> = {
  exact: rProducts,
  'gauss-newton': (workspace, V) => seededProducts(workspace, workspace.seed.M, V),
  diagonal: (workspace, V) => {
    const { values } = diagonal.compute(workspace);
    return V.map((v) => v.map((entry, i) => values[i] * entry));
  },
};

/** All models, exact H first. */
export const surfaceModels = Object.keys(products) as readonly SurfaceModel[];

/** `[pᵀAp, pᵀAq, qᵀAq]` of a model's matrix A: two products and three sums. O(N W). */
export function reducedMatrix(workspace: Workspace, model: SurfaceModel, { p, q }: Axes): Matrix2 {
  const [Ap, Aq] = products[model](workspace, [p, q]);
  const inner = (x: Float64Array, y: Float64Array): number => dot(x, 0, y, 0, x.length);
  // A is symmetric: the mean of both ways leaves half the rounding.
  return [inner(p, Ap), (inner(p, Aq) + inner(q, Ap)) / 2, inner(q, Aq)];
}
