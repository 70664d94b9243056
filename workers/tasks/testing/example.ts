import type { Problem } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';

const wave = (length: number, phase: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(1.7 * k + phase));

/** A chain of dense tanh layers with a linear output. */
export function example([input = 1, ...units]: readonly number[], N: number): Problem {
  const network: Problem['network'] = {
    input: [input],
    layers: units.map((count, index) => ({
      name: `layer${index}`,
      kind: 'dense',
      units: count,
      activation: index === units.length - 1 ? 'identity' : 'tanh',
      from: [index === 0 ? 'input' : `layer${index - 1}`],
    })),
  };
  const { W, outputUnits } = topologyOf(network);
  return {
    network,
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0.01,
    parameters: wave(W, 0.3),
    batch: { N, inputs: wave(N * input, 1), targets: wave(N * outputUnits, 2) },
  };
}
