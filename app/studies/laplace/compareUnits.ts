import type { Experiment } from '../../../engine/experiment/document.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import type { Batch } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { problemOf } from '../../compute/problemOf.ts';
import type { Run } from '../../lenses/useWork.ts';
import { batchFor } from '../../state/batch.ts';
import { estimate, MOST_ROUNDS, type Round } from './reestimate.ts';
import type { UnitNetwork } from './unitNetworks.ts';
import { isRegression } from './whyNot.ts';

/** One network, trained from one start. */
export interface UnitPoint extends UnitNetwork {
  readonly seed: number;
  /** Where it ended, or why it has no evidence. */
  readonly found: Round | { readonly refused: string };
  /** Why its α and β are not at rest, or null. */
  readonly note: string | null;
}

/** Patterns that were not trained on: those of the next seed; null where the person's own rows are all there are. */
export function freshBatch({ data }: Experiment): Batch | null {
  return 'set' in data ? batchFor({ ...data, count: FRESH, seed: data.seed + 1 }) : null;
}

const FRESH = 500;

type Settings = Pick<StudySettings['laplace'], 'matrix' | 'beta' | 'seeds' | 'hyperparameters'>;

/** Trains every network from every start, one after another, and tells of each. */
export async function compareUnits(
  run: Run,
  experiment: Experiment,
  networks: readonly UnitNetwork[],
  { matrix, beta, seeds, hyperparameters }: Settings,
  onPoint: (point: UnitPoint) => void,
): Promise<void> {
  const fresh = freshBatch(experiment);
  const { scale } = experiment.initialisation;
  for (const unit of networks) {
    for (let seed = 1; seed <= seeds; seed++) {
      const parameters = Float64Array.from(initialParameters(unit.network, { seed, scale }));
      const { rounds, ended } = await estimate(run, {
        problem: { ...problemOf(experiment), network: unit.network, parameters },
        beta: isRegression(experiment) ? beta : 1,
        matrix,
        fresh,
        mostRounds: hyperparameters === 'kept' ? 1 : MOST_ROUNDS,
      });
      const refused = typeof ended === 'object' && ended !== null ? ended.refused : null;
      const moves = ended === 'rounds' && hyperparameters === 'estimated';
      onPoint({
        ...unit,
        seed,
        found: rounds.at(-1) ?? { refused: refused ?? 'there is no posterior' },
        note: refused ?? (moves ? `α and β still move after ${MOST_ROUNDS} rounds` : null),
      });
    }
  }
}
