import type { Workspace } from '../curvature/workspace.ts';
import { rProduct } from '../products/hessianVector.ts';
import { lanczosExtremes } from './lanczos.ts';

const STEPS = 200;
const TOLERANCE = 1e-10;

/**
 * Unit eigenvector of H to its largest eigenvalue, by Lanczos on R{backprop} products, without the
 * matrix. Its largest component is positive. O(k N W + k² W).
 */
export function topEigenvector(workspace: Workspace): Float64Array {
  const { W } = workspace.topology;
  const { vector } = lanczosExtremes((q) => rProduct(workspace, q), W, STEPS, TOLERANCE).largest;
  let top = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(top)) top = entry;
  return top < 0 ? vector.map((entry) => -entry) : vector;
}
