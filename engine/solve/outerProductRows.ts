import { outputJacobians } from '../curvature/patternGradients.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { lossOf } from '../losses/index.ts';
import { semidefiniteFactor } from './semidefiniteFactor.ts';

/**
 * Whether `J_yᵀ B_y J_y` of pattern n is semi-definite by its formula behind softmax outputs, whose products of
 * probabilities are rounded in units of 1, not of what is left of them where the outputs saturate.
 */
function knownSemidefinite({ problem, seed, topology }: Workspace, n: number): boolean {
  const { loss, network, batch } = problem;
  const K = topology.outputUnits;
  if (network.layers[network.layers.length - 1].activation !== 'softmax') return false;
  const entry = lossOf(loss.kind);
  if (entry.kind !== 'separable') return true;
  const y = seed.y.subarray(n * K, (n + 1) * K);
  return y.every((value, k) => entry.curvature(value, batch.targets[n * K + k]) >= 0);
}

/**
 * The rows b of the outer product `c Σ_n J_nᵀ B_n J_n = Σ b bᵀ` (PRML 5.84, 5.85, without αI), K of each pattern one
 * after another, [N·K × W]: those of `√c F_nᵀ J_n`, J_n = ∂a/∂w and `F_n F_nᵀ = B_n` (in a, as the outer product cuts
 * it). With one output, or where outputs do not mix, row k is `√(c B_kk) ∇a_k`. Any network, any loss. O(K² N W).
 * @throws `the curvature of the loss is negative at pattern 3, its square root does not exist: cauchy`
 */
export function outerProductRows(workspace: Workspace): Float64Array {
  const { c, forward, problem, seed, topology } = workspace;
  const J = outputJacobians(workspace);
  const { N } = forward;
  const { W, outputUnits: K } = topology;
  const rows = new Float64Array(N * K * W);
  for (let n = 0; n < N; n++) {
    const F = semidefiniteFactor(
      seed.Mcut.subarray(n * K * K, (n + 1) * K * K),
      K,
      knownSemidefinite(workspace, n),
    );
    if (F === null) {
      const where = `the curvature of the loss is negative at pattern ${n + 1}`;
      throw new Error(`${where}, its square root does not exist: ${problem.loss.kind}`);
    }
    for (let r = 0; r < K; r++) {
      const at = (n * K + r) * W;
      J.forEach((table, k) => {
        const factor = Math.sqrt(c) * F[k * K + r];
        if (factor !== 0) for (let q = 0; q < W; q++) rows[at + q] += factor * table[q * N + n];
      });
    }
  }
  return rows;
}
