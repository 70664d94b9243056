import { kroneckerFactors } from '../../curvature/kroneckerProduct.ts';
import { seedOfKfac } from '../../curvature/kfac.ts';
import type { Workspace } from '../../curvature/workspace.ts';
import { Matrix } from 'ml-matrix';
import { fullDecomposition } from '../../spectrum/fullDecomposition.ts';
import { stepBy } from './move.ts';
import type { RaceStep } from './racer.ts';

/** A denominator below this share of the largest is rounding. */
const SMALLEST = 1e-13;

/**
 * `−(K + λI)⁻¹ g` for K-FAC's K, weight decay included, from the eigenvectors of its factors:
 * `c A ⊗ S + (α + λ)I` has the eigenvalues `c a_i s_j + α + λ`, so that no matrix [W × W] is built (Martens & Grosse
 * 2015, appendix B). Null where one of them is zero. O(m³ + u³ + m²u + mu²) a layer of u units that read m − 1.
 */
export function kfacDirection(workspace: Workspace, g: Float64Array, lambda: number): Float64Array | null {
  const shift = workspace.problem.weightDecay + lambda;
  const d = new Float64Array(g.length);
  for (const { layer, A, S } of kroneckerFactors(workspace, seedOfKfac(workspace))) {
    const { rows, fanIn, weights, biases } = layer;
    const m = fanIn + 1;
    const at = (j: number, i: number): number => (i < fanIn ? weights + j * fanIn + i : biases + j);
    const byUnit = Float64Array.from({ length: rows * m }, (_, q) => g[at(Math.floor(q / m), q % m)]);
    const [a, s] = [fullDecomposition(A, m), fullDecomposition(S, rows)];
    const [P, Q] = [Matrix.from1DArray(m, m, a.vectors), Matrix.from1DArray(rows, rows, s.vectors)];
    const turned = Q.mmul(Matrix.from1DArray(rows, m, byUnit)).mmul(P.transpose());
    const top = Math.max(Math.abs(a.values[0] * s.values[0] * workspace.c), shift);
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < m; i++) {
        const eigenvalue = workspace.c * s.values[j] * a.values[i] + shift;
        if (!(Math.abs(eigenvalue) > SMALLEST * top)) return null;
        turned.set(j, i, turned.get(j, i) / eigenvalue);
      }
    }
    const back = Q.transpose().mmul(turned).mmul(P);
    for (let j = 0; j < rows; j++) for (let i = 0; i < m; i++) d[at(j, i)] = -back.get(j, i);
  }
  return d;
}

/** K-FAC: `d = −η (K + λI)⁻¹ ∇E`, layer by layer (Martens & Grosse 2015). O(K N W) and the factors' decompositions. */
export const kfacStep: RaceStep = (state, settings) => {
  const d = kfacDirection(state.workspace, state.gradient, settings.damping);
  if (d === null) return { stop: 'no-inverse', state };
  return stepBy(
    state,
    d.map((entry) => settings.naturalRate * entry),
    settings,
  );
};
