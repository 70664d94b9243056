import { LIMITS } from '../../../engine/experiment/limits.ts';
import { edit, useExperiment } from '../../state/experiment.ts';
import { setParameter } from '../../state/edits/parameters.ts';

/** Adds to a parameter; calls that follow each other closely are undone together. */
export function moveParameter(index: number, by: number): void {
  const value = useExperiment.getState().experiment.parameters[index];
  if (value === undefined) return;
  const moved = Math.max(-LIMITS.magnitude, Math.min(LIMITS.magnitude, value + by));
  placeParameter(index, Number(moved.toPrecision(15)));
}

/** Sets a parameter within the same gesture. */
export function placeParameter(index: number, value: number): void {
  edit(setParameter(index, value), `weight-${index}`);
}
