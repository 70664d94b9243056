import { forgetShares } from '../../engine/curvature/finish.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { splitInParts } from '../../engine/network/parts.ts';
import { shareOf } from '../../engine/network/shares.ts';
import { place } from './joinedMatrix.ts';

/** Multiplications and additions of a step: about ten milliseconds of pair products. */
const STEP_OPERATIONS = 6e7;

/**
 * Those of some matrices that would take longer than a step in one piece, whole, as work in steps: of a step each is one
 * matrix's share of a part. Matrices that are the very same have the very same values.
 */
export function* builtInSteps(
  workspace: Workspace,
  ids: readonly MatrixId[],
  stepOperations = STEP_OPERATIONS,
): Generator<undefined, ReadonlyMap<MatrixId, MatrixValues>> {
  const { topology } = workspace;
  const { W } = topology;
  const stepsOf = (id: MatrixId): number => Math.ceil(matrixOf(id).operations(workspace) / stepOperations);
  const long = ids.filter((id) => matrixOf(id).divisible === true && stepsOf(id) > 1);
  const built = new Map<MatrixId, MatrixValues>();
  for (const part of long.length === 0 ? [] : splitInParts(topology, Math.max(...long.map(stepsOf)))) {
    const share = shareOf(topology, part);
    const placed = new Map<Float64Array, MatrixValues>();
    for (const id of long) {
      const { values } = matrixOf(id).compute(workspace, part);
      const same = placed.get(values);
      const whole = same ?? built.get(id) ?? { form: 'dense', values: new Float64Array(W * W) };
      if (same === undefined) place({ share, values }, whole.values, W);
      placed.set(values, whole);
      built.set(id, whole);
      yield;
    }
  }
  forgetShares(workspace);
  return built;
}
