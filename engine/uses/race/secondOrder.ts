import { exact } from '../../curvature/exact.ts';
import { fisher } from '../../curvature/fisher.ts';
import { gaussNewton } from '../../curvature/gaussNewton.ts';
import type { CurvatureMatrix } from '../../curvature/matrix.ts';
import { stepBy } from './move.ts';
import type { RaceSettings, RaceStep } from './racer.ts';
import { solveDamped } from './solveDamped.ts';

/** `d = −η (A + λI)⁻¹ ∇E`, A with weight decay. */
const byMatrix =
  (matrix: CurvatureMatrix, rate: (settings: RaceSettings) => number): RaceStep =>
  (state, settings) => {
    const { workspace, gradient } = state;
    if ((matrix.unavailable?.(workspace.problem) ?? null) !== null) return { stop: 'unavailable', state };
    const d = solveDamped(matrix.compute(workspace).values, gradient, settings.damping);
    if (d === null) return { stop: 'no-inverse', state };
    const eta = rate(settings);
    return stepBy(
      state,
      d.map((entry) => eta * entry),
      settings,
    );
  };

/**
 * Newton: `d = −(H + λI)⁻¹ ∇E`, to where the quadratic model is level: its minimum, saddle or maximum. O(N W² + W³).
 */
export const newtonStep = byMatrix(exact, () => 1);

/** Gauss–Newton: `d = −(G + λI)⁻¹ ∇E`. O(N W² + W³). */
export const gaussNewtonStep = byMatrix(gaussNewton, () => 1);

/** Natural gradient: `d = −η (F + λI)⁻¹ ∇E` with the model's own Fisher matrix (Amari 1998). O(N W² + W³). */
export const naturalStep = byMatrix(fisher, ({ naturalRate }) => naturalRate);
