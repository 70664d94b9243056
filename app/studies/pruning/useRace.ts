import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type {
  Deletion,
  PruningRuleId,
  PruningRunReply,
  PruningRunRequest,
} from '../../../workers/protocol/pruning.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useWork } from '../../lenses/useWork.ts';
import { rules } from './rules.ts';

/** One rule's deletions as far as they are known. */
export interface RaceCurve {
  readonly start: number;
  readonly deletions: readonly Deletion[];
  /** Null while it goes on. */
  readonly stopped: string | null;
}

/** What is known of a race, and of which problem. */
export interface Race {
  readonly problem: Problem;
  readonly curves: Readonly<Partial<Record<PruningRuleId, RaceCurve>>>;
}

const BUDGET_MILLISECONDS = 150;
/** Up to about a second of a worker's time the race begins by itself. */
const MOST_QUICK = 2e9;

export type RaceRequest = Pick<PruningRunRequest, 'problem' | 'matrix' | 'damping' | 'renew'>;

const isQuick = ({ batch, parameters }: Problem): boolean => {
  const W = parameters.length;
  return rules.length * W * (batch.N * W ** 2 + 3 * W ** 3) <= MOST_QUICK;
};

/** What the race and single deletions ask for: the same object for as long as the problem and the choices are. */
export function useRaceRequest(
  experiment: Experiment,
  { matrix, damping, renew }: StudySettings['pruning'],
): RaceRequest {
  const posed = useKept(experiment, sameProblem);
  return useMemo(
    () => ({ problem: problemOf(posed), matrix, damping, renew }),
    [posed, matrix, damping, renew],
  );
}

/** Deletes weight after weight by every rule, as a series of short calls; anew for every request. */
export function useRace(request: RaceRequest) {
  const { start, cancel, running, problem: failure } = useWork();
  const [race, setRace] = useState<Race | null>(null);
  const begin = useCallback(() => {
    start(async (run) => {
      const { problem } = request;
      let curves: Race['curves'] = {};
      for (const rule of rules) {
        let deletions: readonly Deletion[] = [];
        let reply: PruningRunReply | null = null;
        while ((reply?.stopped ?? null) === null) {
          const from: PruningRunRequest['from'] = reply;
          const rest = { count: problem.parameters.length, largestError: null };
          reply = await run('pruningRun', {
            ...request,
            rule,
            from,
            ...rest,
            budgetMilliseconds: BUDGET_MILLISECONDS,
          });
          deletions = [...deletions, ...reply.deletions];
          const { start: E, stopped } = reply;
          curves = { ...curves, [rule]: { start: E, deletions, stopped } };
          setRace({ problem, curves });
        }
      }
    });
  }, [start, request]);
  const quick = isQuick(request.problem);
  useEffect(() => {
    if (quick) begin();
    else cancel();
  }, [quick, begin, cancel]);
  const W = request.problem.parameters.length;
  const shown = race?.problem.network === request.problem.network ? race : null;
  const done = rules.reduce((sum, rule) => {
    const curve = shown?.curves[rule];
    return sum + (curve === undefined ? 0 : curve.stopped === null ? curve.deletions.length : W);
  }, 0);
  const isOld = shown !== null && shown.problem !== request.problem;
  return { race: shown, isOld, begin, cancel, running, failure, done, of: rules.length * W };
}
