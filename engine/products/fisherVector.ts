import { fisherSeedOf } from '../curvature/fisher.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { seededProducts } from './hessianVector.ts';

/**
 * `Fv` for each v of V, F the Fisher matrix with the exact expectation, weight decay included: Gv with
 * `E[δδᵀ]` in M's place (Martens 2020). O(D N W).
 * @throws `needs the loss of a likelihood, cauchy has none: …`
 */
export const fisherProducts = (workspace: Workspace, V: readonly Float64Array[]): Float64Array[] =>
  seededProducts(workspace, fisherSeedOf(workspace), V);
