import type { MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Pool } from '../../workers/pool.ts';
import type { MatrixResult, Plan, SpectraRequest } from '../../workers/protocol.ts';
import type { Lab } from '../state/lab.ts';
import { createFollower, showing, type Follower, type Followed } from './follower.ts';
import { superseded } from './newestRun.ts';
import { type MatricesRun, versionOf } from './matricesRun.ts';
import { matricesParts, problemOf, sameProblem } from './problemOf.ts';
import { areLive, createSpectraRun } from './spectraRun.ts';

/** Entries that may be copied to a worker without holding the page up. */
const LARGEST_COPY = 1e6;

export interface SpectraFollower extends Follower {
  /** The matrices change: work for the others ends, and coming back to them asks for it anew. */
  interrupt(): void;
}

/** How many numbers a matrix is; its values, which may have to be put together, are not read. */
const entriesOf = ({ form, order }: MatrixResult): number => (form === 'dense' ? order ** 2 : order);

/** Matrices that are complete on show and too slow to be computed again for their eigenvalues. */
function shownOf({ results }: Lab, slow: Plan['slow'], experiment: Experiment): SpectraRequest['given'] {
  const { snapshot, progress } = results.getState();
  if (snapshot === null || !sameProblem(snapshot.experiment, experiment)) return {};
  const given: Partial<Record<MatrixId, MatrixValues>> = {};
  for (const { id } of slow) {
    const matrix = snapshot.value.matrices[id];
    if (matrix === undefined || progress[id] !== undefined || entriesOf(matrix) > LARGEST_COPY) continue;
    given[id] = { form: matrix.form, values: matrix.values };
  }
  return given;
}

/** Keeps the extreme eigenvalues of the matrices on show in step with the document. */
export function createSpectraFollower(
  lab: Lab,
  pool: Pick<Pool, 'run' | 'giveUp'>,
  matrices: MatricesRun,
  failed: Followed<unknown>['failed'],
): SpectraFollower {
  const run = createSpectraRun(pool);
  let interruptions = 0;
  const follower = createFollower({
    inputs: matricesParts,
    ask: async (experiment) => {
      const before = interruptions;
      const { slow } = await matrices.planOf(experiment);
      if (interruptions > before && !areLive(experiment.parameters.length)) throw superseded();
      const isQuick = (id: MatrixId): boolean => slow.every((other) => other.id !== id);
      const problem = problemOf(experiment);
      return run.compute({
        version: versionOf(problem),
        problem,
        matrices: experiment.view.matrices.filter(isQuick),
        given: shownOf(lab, slow, experiment),
      });
    },
    shown: () => lab.results.getState().spectra,
    show: showing(lab, 'spectra'),
    failed,
  });
  return {
    ...follower,
    interrupt() {
      interruptions += 1;
      run.interrupt();
      follower.forget();
    },
  };
}
