import type { Workspace } from '../../curvature/workspace.ts';
import { dot } from '../../kernels/multiply.ts';
import { gradientOf } from '../../products/gradient.ts';
import { rProduct } from '../../products/hessianVector.ts';
import { conjugateGradient, type ConjugateGradient } from '../../solve/conjugateGradient.ts';
import { halvedStep } from './move.ts';
import type { RaceStep } from './racer.ts';

/** Products Hv for one step at most. */
const PRODUCTS = 100;

/**
 * `H d = −∇E` by conjugate gradients, with H only in products Hv. Stops where the curvature along a search direction is
 * not above zero: at once that direction, which is −∇E, else what is there by then (Nocedal & Wright 7.1). One product
 * a step of conjugate gradients, O(N W).
 */
export function newtonCgDirection(
  workspace: Workspace,
  settings: Parameters<typeof conjugateGradient>[2],
): Float64Array {
  const b = gradientOf(workspace).map((slope) => -slope);
  const found: ConjugateGradient = conjugateGradient((v) => rProduct(workspace, v), b, settings);
  return found.status === 'negative-curvature' && found.residuals.length === 1 ? b : found.x;
}

/**
 * Newton-CG: the direction to a residual of `min(½, √‖∇E‖)`, so that it is cheap far from the minimum and converges
 * faster than any line near it, then halved until E falls (Nocedal & Wright, algorithm 7.1). O(N W) a product.
 */
export const newtonCgStep: RaceStep = (state) => {
  const { workspace, gradient } = state;
  const size = Math.sqrt(dot(gradient, 0, gradient, 0, gradient.length));
  const tolerance = Math.min(0.5, Math.sqrt(size));
  return halvedStep(state, newtonCgDirection(workspace, { steps: PRODUCTS, tolerance }));
};
