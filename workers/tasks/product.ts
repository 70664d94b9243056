import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { directionVector } from '../../engine/experiment/direction.ts';
import {
  centralHessianVector,
  oneSidedHessianVector,
  suggestedStep,
} from '../../engine/products/differences.ts';
import { gaussNewtonProduct, rProduct } from '../../engine/products/hessianVector.ts';
import type { ProductRequest, Products } from '../protocol.ts';

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);

/** H v by R{backprop}, beside both finite differences and the Gauss–Newton product. */
export function product({ problem, direction }: ProductRequest): Products {
  const workspace = createWorkspace(problem);
  const v = directionVector(workspace, direction);
  const Hv = rProduct(workspace, v);
  const oneSidedStep = suggestedStep(problem, v, 'one-sided');
  const centralStep = suggestedStep(problem, v, 'central');
  return {
    v,
    Hv,
    oneSided: oneSidedHessianVector(problem, v, oneSidedStep),
    central: centralHessianVector(problem, v, centralStep),
    oneSidedStep,
    centralStep,
    Gv: gaussNewtonProduct(workspace, v),
    curvature: dot(v, Hv) / dot(v, v),
  };
}
