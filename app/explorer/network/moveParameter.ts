import { LIMITS } from '../../../engine/experiment/limits.ts';
import { setParameter } from '../../state/edits/parameters.ts';
import type { Lab } from '../../state/lab.ts';

/** Adds to a parameter; calls that follow each other closely are undone together. */
export function moveParameter(lab: Lab, index: number, by: number): void {
  const value = lab.experiment.getState().experiment.parameters[index];
  if (value === undefined) return;
  const moved = Math.max(-LIMITS.magnitude, Math.min(LIMITS.magnitude, value + by));
  placeParameter(lab, index, Number(moved.toPrecision(15)));
}

/** Sets a parameter within the same gesture. */
export function placeParameter(lab: Lab, index: number, value: number): void {
  lab.edit(setParameter(index, value), `weight-${index}`);
}
