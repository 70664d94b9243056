import type { Experiment } from '../../engine/experiment/document.ts';
import { optimiserOf } from '../../engine/uses/optimisers/index.ts';

const grouped = (value: number): string => value.toLocaleString('en-US');

/** Why the chosen method can't train this network, or null when it can. */
export function tooLargeFor({
  training,
  parameters,
}: Pick<Experiment, 'training' | 'parameters'>): string | null {
  const { label, largestW } = optimiserOf(training.method);
  const W = parameters.length;
  if (W <= largestW) return null;
  return `${label} solves a W × W system in every step: W is ${grouped(W)}, allowed up to ${grouped(largestW)}. Gradient descent still works.`;
}
