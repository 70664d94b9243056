import type { Lab } from '../state/lab.ts';
import { sameProblem } from './problemOf.ts';
import { recordStep } from './recordStep.ts';
import { createTrainer, type Trainer, type TrainerOptions } from './trainer.ts';

/** A message about how the run ended stands until the person changes something that matters to it. */
const clearEnding = ({ experiment: store, training }: Lab): (() => void) =>
  store.subscribe(({ experiment }, { experiment: before }) => {
    const { ending, playing } = training.getState();
    if (ending === null || playing) return;
    if (!sameProblem(experiment, before) || experiment.training !== before.training)
      training.setState({ ending: null });
  });

/** Undo, or another experiment opened: what is on show is what was asked for, so the run must not go on. */
const pauseOnTimeTravel = ({ history, training }: Lab, trainer: Trainer): (() => void) =>
  history.subscribe((now, before) => {
    const travelled =
      now.pastStates.length < before.pastStates.length ||
      now.futureStates.length > before.futureStates.length;
    if (travelled && training.getState().playing) trainer.pause();
  });

const recordOuterProduct = ({ results, training }: Lab): (() => void) =>
  results.subscribe(({ snapshot }, before) => {
    if (snapshot === null || snapshot.value === before.snapshot?.value) return;
    const relativeError = snapshot.value.matrices['outer-product']?.relativeError ?? NaN;
    training.setState(({ outerProduct }) => ({
      outerProduct: recordStep(outerProduct, before.snapshot?.experiment, snapshot.experiment, relativeError),
    }));
  });

/** What plays, pauses and steps a lab's training, and what stops following the lab. */
export function startTrainer(
  lab: Lab,
  options: TrainerOptions,
): { readonly trainer: Trainer; readonly stop: () => void } {
  const trainer = createTrainer(lab, options);
  const stops = [clearEnding(lab), pauseOnTimeTravel(lab, trainer), recordOuterProduct(lab)];
  return {
    trainer,
    stop() {
      trainer.pause();
      stops.forEach((stop) => stop());
    },
  };
}
