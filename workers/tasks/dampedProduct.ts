import type { Workspace } from '../../engine/curvature/workspace.ts';
import { gaussNewtonProduct, rProduct, seededProducts } from '../../engine/products/hessianVector.ts';
import type { SolveMatrix } from '../protocol/solve.ts';

const products: {
  readonly [K in SolveMatrix]: (workspace: Workspace, v: Float64Array) => Float64Array;
} = {
  exact: rProduct,
  'gauss-newton': gaussNewtonProduct,
  'outer-product': (workspace, v) => {
    const [product] = seededProducts(workspace, workspace.seed.Mcut, [v]);
    if (product === undefined) throw new Error('internal: no product');
    return product;
  },
};

/** `v ↦ (A + λI) v` without the matrix. */
export const dampedProduct =
  (workspace: Workspace, matrix: SolveMatrix, damping: number) =>
  (v: Float64Array): Float64Array => {
    const Av = products[matrix](workspace, v);
    return Av.map((entry, q) => entry + damping * (v[q] ?? NaN));
  };
