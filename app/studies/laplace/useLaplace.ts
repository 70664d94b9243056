import { useMemo, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { posteriorMatrices } from '../../../engine/notebook/studies/laplace.ts';
import type { LaplaceReply, LaplaceRequest } from '../../../workers/protocol/laplace.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import { MOST_STEPS, TRAIN_MILLISECONDS } from './fitFully.ts';
import { type PredictionGrid, predictionGrid } from './predictionGrid.ts';
import { isRegression } from './whyNot.ts';

/** A question and its whole answer. */
export interface Answered {
  readonly asked: Asked;
  readonly reply: LaplaceReply;
  /** Steps of training that were taken, and whether more would have gone on. */
  readonly steps: number;
  readonly cut: boolean;
}

interface Asked {
  readonly experiment: Experiment;
  readonly grid: PredictionGrid;
  readonly request: LaplaceRequest;
}

/** A training that goes on over several calls. */
interface Going {
  readonly asked: Asked;
  readonly request: LaplaceRequest;
  readonly steps: number;
}

const questions = new WeakMap<LaplaceRequest, Going>();

function going(asked: Asked, request: LaplaceRequest, steps: number): Going {
  const question = { asked, request, steps };
  questions.set(request, question);
  return question;
}

export interface LaplaceState {
  readonly answered: Answered | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

type Settings = Pick<StudySettings['laplace'], 'weights' | 'beta' | 'reach'>;

/** Posteriors and predictions of the newest experiment, with every matrix. */
export function useLaplace(experiment: Experiment, { weights, beta, reach }: Settings): LaplaceState {
  const kept = useKept(experiment, sameProblem);
  const asked = useMemo((): Asked => {
    const problem = problemOf(kept);
    const grid = predictionGrid(problem.batch, reach);
    const request = {
      problem,
      beta: isRegression(kept) ? beta : 1,
      trainMilliseconds: weights === 'minimum' ? TRAIN_MILLISECONDS : null,
      matrices: posteriorMatrices,
      inputs: grid.inputs,
      fresh: null,
    };
    return { experiment: kept, grid, request };
  }, [kept, weights, beta, reach]);
  const [continued, setContinued] = useState<Going | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const first = useMemo(() => going(asked, asked.request, 0), [asked]);
  const current = continued?.asked === asked ? continued : first;
  const state = useTask('laplace', current.request);
  const { result } = state;
  // Answers to older questions are shown, too: the picture follows a drag.
  const question = state.answered === null ? undefined : questions.get(state.answered);
  if (result !== null && question !== undefined) {
    const { status, parameters } = result.fit;
    const steps = question.steps + result.fit.steps;
    const cut = question.steps >= MOST_STEPS;
    if (status !== 'training') {
      if (answered?.reply !== result) setAnswered({ asked: question.asked, reply: result, steps, cut });
    } else if (question === current) {
      const problem = { ...asked.request.problem, parameters };
      // Beyond the last step it is asked for what is there.
      const trainMilliseconds = steps < MOST_STEPS ? TRAIN_MILLISECONDS : null;
      setContinued(going(asked, { ...asked.request, problem, trainMilliseconds }, steps));
    }
  }
  return { answered, busy: state.busy, problem: state.problem };
}
