/** The list of activations. A new one is a file of its own and a line here. */
import type { ElementwiseActivation, SoftmaxActivation } from './activation.ts';
import { exp } from './exp.ts';
import { gelu } from './gelu.ts';
import { identity } from './identity.ts';
import { leakyRelu } from './leakyRelu.ts';
import { logistic } from './logistic.ts';
import { relu } from './relu.ts';
import { silu } from './silu.ts';
import { sin } from './sin.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { tanh } from './tanh.ts';

/** Every activation by its kind, in the order of menus. */
export const activations = {
  tanh,
  logistic,
  softplus,
  relu,
  'leaky-relu': leakyRelu,
  gelu,
  silu,
  sin,
  identity,
  exp,
  softmax,
} satisfies Record<string, ElementwiseActivation | SoftmaxActivation>;

export type ActivationKind = keyof typeof activations;

/**
 * The activation of a kind.
 * @throws `unknown activation: swish`
 */
export function activationOf(kind: ActivationKind): ElementwiseActivation | SoftmaxActivation {
  if (!Object.hasOwn(activations, kind)) throw new Error(`unknown activation: ${kind}`);
  return activations[kind];
}

/** All kinds, in the order of menus. */
export const activationKinds = Object.keys(activations) as readonly ActivationKind[];
