import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { EditRequest, InfluenceRequest } from '../../../workers/protocol/influence.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { gridFor } from '../../explorer/data/gridFor.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import { editOf } from './editOf.ts';
import { useRetrained } from './useRetrained.ts';

/** The prediction and the truth for one edit of the data: the newest answers. */
export function useInfluence(experiment: Experiment, settings: StudySettings['influence']) {
  const { figure, pattern, change, by, matrix, damping } = settings;
  const posed = useKept(experiment, sameProblem);
  const edited = useMemo((): EditRequest => {
    const problem = problemOf(posed);
    const grid = gridFor(posed.data)?.inputs ?? null;
    return { problem, edit: editOf(posed.data, { pattern, change, by }), grid };
  }, [posed, pattern, change, by]);
  const predicting = useMemo(
    (): InfluenceRequest => ({ ...edited, matrix, damping }),
    [edited, matrix, damping],
  );
  const predicted = useTask('influence', predicting);
  const truth = useRetrained(figure === 'all' ? null : edited);
  // answers on screen may still be those of other data or another network
  const fits = (answered: EditRequest | null): boolean =>
    answered?.problem.network === posed.network && answered.problem.batch === edited.problem.batch;
  return {
    posed,
    edit: edited.edit,
    problem: edited.problem,
    reply: fits(predicted.answered) ? predicted.result : null,
    /** The truth of the very edit that the prediction is of, or none yet. */
    truth: fits(truth.answered) && truth.answered?.edit === predicted.answered?.edit ? truth.truth : null,
    busy: predicted.busy || truth.busy,
    failure: predicted.problem ?? truth.problem,
  };
}
