import { createWorkspace } from '../curvature/createWorkspace.ts';
import { columnsOf } from '../curvature/rColumns.ts';
import type { Problem } from '../experiment/problem.ts';
import { sweepSteps } from '../experiment/sweepSteps.ts';
import { dot } from '../kernels/multiply.ts';
import { gradientAt } from './atWeights.ts';
import { errorsAt } from './errorsAt.ts';
import { gradientOf } from './gradient.ts';
import type { Sweep } from './rSweep.ts';

/** Errors of one entry's differences, relative to |H_ij|, and the entry by R{·}. */
export interface EntrySweep extends Sweep {
  readonly value: number;
}

/** Below this part of its column's norm an entry is the rounding of its own sums. */
const ROUNDING = 1e-14;

/**
 * The entry H_ij by differences as their step ε shrinks, against the entry of the R-column `He_j` (PRML 5.4.6):
 * one-sided `{g_i(w+εe_j) − g_i(w)}/ε`, central `{g_i(w+εe_j) − g_i(w−εe_j)}/2ε` (PRML 5.91) with g = ∇E, and
 * `{E(+,+) − E(+,−) − E(−,+) + E(−,−)}/4ε²` (PRML 5.90). Where H_ij is 0, errors are absolute. O(N W) a step.
 */
export function entrySweep(problem: Problem, i: number, j: number, steps = sweepSteps): EntrySweep {
  const workspace = createWorkspace(problem);
  const [column] = columnsOf(workspace, [j]);
  const value = column[i];
  const size =
    Math.abs(value) > ROUNDING * Math.sqrt(dot(column, 0, column, 0, column.length)) ? Math.abs(value) : 0;
  const at = (di: number, dj: number): Float64Array => {
    const w = problem.parameters.slice();
    w[i] += di;
    w[j] += dj;
    return w;
  };
  const errorOf = errorsAt(workspace);
  const E = (di: number, dj: number): number => errorOf(at(di, dj));
  const g = (dj: number): number => gradientAt(workspace, at(0, dj))[i];
  const here = gradientOf(workspace)[i];
  const error = (found: number): number => Math.abs(found - value) / (size || 1);
  const oneSided: number[] = [];
  const central: number[] = [];
  const fourPoint: number[] = [];
  for (const step of steps) {
    const ahead = g(step);
    oneSided.push(error((ahead - here) / step));
    central.push(error((ahead - g(-step)) / (2 * step)));
    const same = E(step, step) + E(-step, -step);
    fourPoint.push(error((same - E(step, -step) - E(-step, step)) / (4 * step * step)));
  }
  return {
    steps,
    oneSided,
    central,
    fourPoint,
    sizes: { oneSided: size, central: size, fourPoint: size },
    value,
  };
}
