import { createWorkspace } from '../curvature/createWorkspace.ts';
import { diagonal } from '../curvature/diagonal.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { gradientOf } from '../products/gradient.ts';
import { gaussNewtonProduct, rProduct } from '../products/hessianVector.ts';
import { expectClose } from './close.ts';
import { differenceOfError, differenceOfGradient, differenceOfOutputs } from './finiteDifferences.ts';
import { outputJacobian } from './jacobian.ts';
import { slowDiagonal } from './slowDiagonal.ts';

// Richardson differences leave about ε/r = 1e-13 of the values that are subtracted, and r⁴ = 1e-12 times a
// fifth derivative: 2e-7 of the largest of derivative and 1 has room for stiff draws.
const DIFFERENCE = 2e-7;
// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

/**
 * Holds all passes of a problem to something independent, and prints both numbers where they disagree: the
 * gradient to differences of E, Hv by R{·} to differences of the gradient, Jv to differences of the outputs,
 * Gv to Jᵀ M J v with J written out, and the diagonal recursion, shared weights summed over their positions,
 * to the recursion with every layer's Jacobian written out. For smooth networks: no kink within 1e-3.
 */
export function checkPasses(problem: Problem): void {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const v = normalised(gaussians(5, W));
  const slopes = Float64Array.from({ length: W }, (_, q) => differenceOfError(problem, unitVector(W, q)));
  expectClose('gradient', gradientOf(workspace), slopes, DIFFERENCE, 1);
  expectClose('Hv by R{·}', rProduct(workspace, v), differenceOfGradient(problem, v), DIFFERENCE, 1);
  const J = outputJacobian(workspace);
  const Jv = combined(J, v);
  expectClose('Jv', Jv, differenceOfOutputs(problem, v), DIFFERENCE, 1);
  expectClose('Gv', gaussNewtonProduct(workspace, v), explicitGv(workspace, J, Jv, v), REORDERED);
  expectClose('diagonal', diagonal.compute(workspace).values, slowDiagonal(workspace), REORDERED);
}

const dot = (x: Float64Array, y: Float64Array): number => x.reduce((sum, entry, q) => sum + entry * y[q], 0);

const normalised = (v: Float64Array): Float64Array => v.map((entry) => entry / Math.sqrt(dot(v, v)));

function unitVector(W: number, q: number): Float64Array {
  const unit = new Float64Array(W);
  unit[q] = 1;
  return unit;
}

/** Σ_i J_i v_i of columns J_i. */
const combined = (J: readonly Float64Array[], v: Float64Array): Float64Array =>
  J[0].map((_, row) => J.reduce((sum, column, i) => sum + column[row] * v[i], 0));

/** `c Jᵀ M J v + αv`, pattern by pattern. */
function explicitGv(
  { topology: { outputUnits: K }, problem, c, seed: { M } }: Workspace,
  J: readonly Float64Array[],
  Jv: Float64Array,
  v: Float64Array,
): Float64Array {
  const MJv = Jv.map((_, row) => {
    const first = row - (row % K);
    return dot(M.subarray(row * K, (row + 1) * K), Jv.subarray(first, first + K));
  });
  return v.map((entry, i) => c * dot(J[i], MJv) + problem.weightDecay * entry);
}
