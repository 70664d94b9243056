import type { Experiment } from '../../engine/experiment/document.ts';
import { formatCount } from '../controls/formatCount.ts';
import { optimiserOf } from '../../engine/uses/optimisers/index.ts';

/** Why the chosen method can't train this network, or null when it can. */
export function tooLargeFor({
  training,
  parameters,
}: Pick<Experiment, 'training' | 'parameters'>): string | null {
  const { label, largestW } = optimiserOf(training.method);
  const W = parameters.length;
  if (W <= largestW) return null;
  return `${label} solves a W × W system in every step: W is ${formatCount(W)}, allowed up to ${formatCount(largestW)}. Gradient descent still works.`;
}
