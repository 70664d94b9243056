import { patternRuns } from '../curvature/patternRuns.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { backwardSweep, gradientSweep, rBackwardSweep, rForwardSweep, timesM } from '../network/sweeps.ts';

/** What each pattern adds to an entry, [N] each: through M, and through δ. */
export interface PatternParts {
  readonly gaussNewton: Float64Array;
  readonly residual: Float64Array;
}

/**
 * Both parts of an entry, pattern by pattern, for networks of any layers: entry `column` of `G e_row` and of
 * `H e_row` on batches of one pattern (PRML 5.4.6; Schraudolph 2002). Times c; weight decay is not in them. O(N W).
 */
export function patternParts(workspace: Workspace, row: number, column: number): PatternParts {
  const { topology, problem, c, forward } = workspace;
  const w = problem.parameters;
  const v = new Float64Array(topology.W);
  v[row] = 1;
  const gaussNewton = new Float64Array(forward.N);
  const residual = new Float64Array(forward.N);
  patternRuns(workspace, 1).forEach((one, n) => {
    const rTape = rForwardSweep(topology, w, [v], one.forward);
    const Ra = rTape.Ra[topology.layers.length - 1];
    const [Hv] = rBackwardSweep(topology, w, [v], one.forward, one.seed, one.backward, rTape);
    const { delta } = backwardSweep(
      topology,
      w,
      one.forward,
      timesM(one.seed.M, Ra, 1, topology.outputUnits),
    );
    const Gv = gradientSweep(topology, one.forward, delta);
    gaussNewton[n] = c * Gv[column];
    residual[n] = c * (Hv[column] - Gv[column]);
  });
  return { gaussNewton, residual };
}
