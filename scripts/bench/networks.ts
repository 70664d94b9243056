import type { ActivationKind } from '../../engine/activations/index.ts';
import type { LayerSpec, LossSpec, NetworkSpec } from '../../engine/experiment/problem.ts';

/** The networks that are measured: tanh inside, the last number the outputs. */
export const SIZES = [
  [2, 10, 10, 1],
  [4, 16, 16, 3],
  [10, 32, 16, 3],
] as const satisfies readonly (readonly number[])[];

/** Patterns in every measurement but that of four-point differences. */
export const N = 200;

/** Sum of squares, the loss of every measurement. */
export const SUM_OF_SQUARES: LossSpec = { kind: 'sum-of-squares', reduction: 'sum' };

/** `2-10-10-1` */
export const nameOf = (sizes: readonly number[]): string => sizes.join('-');

/** Dense layers one after another, tanh (or another activation) inside and identity at the output. */
export function chain([inputs, ...units]: readonly number[], inside: ActivationKind = 'tanh'): NetworkSpec {
  const names = units.map((_, index) => (index === units.length - 1 ? 'output' : `hidden${index + 1}`));
  const layers = units.map((count, index): LayerSpec => ({
    name: names[index],
    kind: 'dense',
    units: count,
    activation: index === units.length - 1 ? 'identity' : inside,
    from: [index === 0 ? 'input' : names[index - 1]],
  }));
  return { input: [inputs], layers };
}
