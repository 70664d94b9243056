import { useCallback } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { PruningRuleId, PruningRunReply, PruningRunRequest } from '../../../workers/protocol/pruning.ts';
import { useWork } from '../../lenses/useWork.ts';
import type { Edit } from '../../state/experiment.ts';
import { moveTo } from '../minimum/useMinimum.ts';
import type { RaceRequest } from './useRace.ts';

const BUDGET_MILLISECONDS = 150;

/** Deletes weights of the experiment itself: the next one, or all until E would exceed a limit. */
export function usePrune(experiment: Experiment, request: RaceRequest, onEdit: (change: Edit) => void) {
  const { start, running, problem } = useWork();
  const prune = useCallback(
    (rule: PruningRuleId, count: number, largestError: number | null) => {
      start(async (run) => {
        let reply: PruningRunReply | null = null;
        let left = count;
        while (left > 0 && (reply?.stopped ?? null) === null) {
          const from: PruningRunRequest['from'] = reply;
          reply = await run('pruningRun', {
            ...request,
            rule,
            from,
            count: left,
            largestError,
            budgetMilliseconds: BUDGET_MILLISECONDS,
          });
          left -= reply.deletions.length;
        }
        if (reply !== null) onEdit(moveTo(experiment, reply.parameters));
      });
    },
    [start, experiment, request, onEdit],
  );
  return { prune, running, problem };
}
