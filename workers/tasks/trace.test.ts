import { expect, it } from 'vitest';
import { topologyOf } from '../../engine/network/topology.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { trace } from './trace.ts';

const wave = (length: number, phase: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(1.7 * k + phase));

/** Two inputs, a tanh layer and three softmax outputs that read it and the inputs. */
function problemOf(hidden: number): Problem {
  const network: Problem['network'] = {
    input: [2],
    layers: [
      { name: 'h', kind: 'dense', units: hidden, activation: 'tanh', from: ['input'] },
      { name: 'y', kind: 'dense', units: 3, activation: 'softmax', from: ['input', 'h'] },
    ],
  };
  return {
    network,
    loss: { kind: 'softmax-cross-entropy', reduction: 'mean' },
    weightDecay: 0.1,
    parameters: wave(topologyOf(network).W, 0.3),
    batch: { N: 2, inputs: wave(4, 1), targets: Float64Array.of(1, 0, 0, 0, 0, 1) },
  };
}

it('ends in the pattern’s Hessian times v, and the patterns in the product of the batch', () => {
  const problem = problemOf(4);
  const [first, second] = [0, 1].map((pattern) =>
    trace({ problem, pattern, direction: { kind: 'random', seed: 3 } }),
  );
  if (first === undefined || second === undefined) throw new Error('internal: no reply');
  for (const { trace: steps, matrixProduct } of [first, second])
    // Entries are about 1; the same sums in another order.
    steps.Hv.forEach((entry, q) => expect(matrixProduct?.[q]).toBeCloseTo(entry, 12));
  first.batchProduct.forEach((entry, q) => {
    const [one = NaN, other = NaN] = [first.trace.Hv[q], second.trace.Hv[q]];
    expect(0.5 * (one + other) + 0.1 * (first.v[q] ?? NaN)).toBeCloseTo(entry, 12);
  });
});

it('builds no matrix where W is large', () => {
  const { matrixProduct, trace: steps } = trace({
    problem: problemOf(200),
    pattern: 0,
    direction: { kind: 'unit', index: 5 },
  });
  expect(matrixProduct).toBeNull();
  expect(steps.Hv.some((entry) => entry !== 0)).toBe(true);
});
