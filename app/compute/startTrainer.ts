import { useExperiment } from '../state/experiment.ts';
import { useResults } from '../state/results.ts';
import { useTraining } from '../state/training.ts';
import { sameProblem } from './problemOf.ts';
import { recordStep } from './recordStep.ts';
import { createTrainer, type Trainer, type TrainerOptions } from './trainer.ts';

let trainer: Trainer | null = null;

/** A message about how the run ended stands until the person changes something that matters to it. */
function clearEnding(): void {
  useExperiment.subscribe(({ experiment }, { experiment: before }) => {
    const { ending, playing } = useTraining.getState();
    if (ending === null || playing) return;
    if (!sameProblem(experiment, before) || experiment.training !== before.training)
      useTraining.setState({ ending: null });
  });
}

/** Undo, or another experiment opened: what is on show is what was asked for, so the run must not go on. */
function pauseOnTimeTravel(): void {
  useExperiment.temporal.subscribe((now, before) => {
    const travelled =
      now.pastStates.length < before.pastStates.length ||
      now.futureStates.length > before.futureStates.length;
    if (travelled && useTraining.getState().playing) trainer?.pause();
  });
}

function recordOuterProduct(): void {
  useResults.subscribe(({ snapshot }, before) => {
    if (snapshot === null || snapshot.value === before.snapshot?.value) return;
    const relativeError = snapshot.value.matrices['outer-product']?.relativeError ?? NaN;
    useTraining.setState(({ outerProduct }) => ({
      outerProduct: recordStep(outerProduct, before.snapshot?.experiment, snapshot.experiment, relativeError),
    }));
  });
}

/** Starts what plays, pauses and steps. Once, by `startCompute`. */
export function startTrainer(options: TrainerOptions): void {
  trainer = createTrainer(options);
  clearEnding();
  pauseOnTimeTravel();
  recordOuterProduct();
}

export const play = (): void => trainer?.play();
export const pause = (): void => trainer?.pause();
export const stepOnce = (): void => trainer?.step();
