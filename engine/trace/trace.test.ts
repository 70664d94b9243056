import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { gaussians } from '../data/random.ts';
import { onePattern } from '../experiment/onePattern.ts';
import type { Problem } from '../experiment/problem.ts';
import { errorAndGradient, hessianVector } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { differenceOfGradient } from '../testing/finiteDifferences.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { termOf } from './recorder.ts';
import { phases, type Step } from './step.ts';
import { traceOf } from './trace.ts';

// The same formulas in another order of summation: rounding of sums of at most a few dozen terms.
const ROUNDING = 1e-12;

const problems = randomProblem({ layers: 'dense' });
const directionOf = (problem: Problem): Float64Array => gaussians(9, problem.parameters.length);
const lastPattern = ({ batch }: Problem): number => batch.N - 1;

describe('against the batched sweeps', () => {
  test('the last vector is Hv of the pattern, for any dense DAG, loss and activation', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const v = directionOf(problem);
        const n = lastPattern(problem);
        const { gradient, Hv } = traceOf(problem, n, v);
        const alone = onePattern(problem, n);
        expectClose('Hv', Hv, hessianVector(alone, v), ROUNDING);
        expectClose('gradient', gradient, errorAndGradient(alone).gradient, ROUNDING);
      }),
      { numRuns: 600 },
    );
  });

  test('softmax outputs: M is not diagonal, whatever the loss', () => {
    fc.assert(
      fc.property(randomProblem({ outputs: ['softmax'] }), (problem) => {
        const v = directionOf(problem);
        expectClose('Hv', traceOf(problem, 0, v).Hv, hessianVector(onePattern(problem, 0), v), ROUNDING);
      }),
      { numRuns: 200 },
    );
  });

  test('summed over the patterns, times c, plus αv: Hv of the batch', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { batch, loss, weightDecay } = problem;
        const v = directionOf(problem);
        const sum = new Float64Array(v.length);
        for (let n = 0; n < batch.N; n++) {
          const { Hv } = traceOf(problem, n, v);
          Hv.forEach((entry, q) => (sum[q] += entry));
        }
        const c = loss.reduction === 'mean' ? 1 / batch.N : 1;
        const whole = sum.map((entry, q) => c * entry + weightDecay * v[q]);
        // Patterns may cancel: the sum is right to rounding of the largest of them, which the floor stands for.
        expectClose('Hv', whole, hessianVector(problem, v), ROUNDING, 1);
      }),
      { numRuns: 200 },
    );
  });

  test('it is the derivative of the gradient along v', () => {
    fc.assert(
      fc.property(randomProblem({ layers: 'dense', hidden: smoothKinds }), (problem) => {
        const v = directionOf(problem);
        const difference = differenceOfGradient(onePattern(problem, 0), v);
        // As in products.test.ts: what cancellation leaves of a Richardson difference.
        expectClose('Hv', traceOf(problem, 0, v).Hv, difference, 2e-7, 1);
      }),
      { numRuns: 100 },
    );
  });
});

const valuesFrom = ({ quantity, terms, values }: Step): number[] => {
  if (quantity !== 'product')
    return [terms.reduce((sum, group) => sum + group.units.reduce((s, _, q) => s + termOf(group, q), 0), 0)];
  // An entry for every unit that is read, in the order of the first group.
  const [direct] = terms;
  return values.map((_, entry) =>
    terms.reduce((sum, group) => {
      const q = group.units.indexOf(direct.units[entry]);
      return sum + (q < 0 ? 0 : termOf(group, q));
    }, 0),
  );
};

describe('what a step says', () => {
  test('the terms of a step add up to its value', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        for (const step of traceOf(problem, 0, directionOf(problem)).steps) {
          if (step.terms.length === 0) {
            // h and what the loss computes from a; a unit that nothing reads has no terms either
            if (step.phase !== 'backward' && step.phase !== 'R-backward')
              expect(['z', 'delta']).toContain(step.quantity);
            continue;
          }
          const largest = step.terms.flatMap((group) =>
            group.units.map((_, q) => Math.abs(termOf(group, q))),
          );
          // Terms may cancel: rounding is of the largest.
          expectClose(step.quantity, valuesFrom(step), step.values, ROUNDING, Math.max(...largest, 1e-300));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every number of every unit becomes known once, in the order of the passes, after all that it is made of', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { steps, offsets, inputs } = traceOf(problem, 0, directionOf(problem));
        const order = steps.map(({ phase }) => phases.indexOf(phase));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const known = new Set(inputs.map((_, i) => `z ${i}`));
        for (const { terms, quantity, unit } of steps) {
          for (const { names, units } of terms) {
            for (const name of names) {
              if (!['z', 'Rz', 'Ra', 'delta', 'Rdelta'].includes(name)) continue;
              for (const other of units) if (other >= 0) expect(known).toContain(`${name} ${other}`);
            }
          }
          expect(known).not.toContain(`${quantity} ${unit}`);
          known.add(`${quantity} ${unit}`);
        }
        const outputs = offsets[offsets.length - 1] - offsets[offsets.length - 2];
        const hidden = offsets[offsets.length - 2] - inputs.length;
        expect(steps).toHaveLength(7 * hidden + 6 * outputs);
      }),
      { numRuns: 200 },
    );
  });
});

/** Layers of these units one after the other, all weights 0.1. */
function chain(units: readonly number[]): Problem {
  const [inputs, ...sizes] = units;
  const W = sizes.reduce((sum, size, index) => sum + size * (units[index] + 1), 0);
  const outputs = sizes[sizes.length - 1];
  return {
    network: {
      input: [inputs],
      layers: sizes.map((size, index) => ({
        name: `layer${index}`,
        kind: 'dense',
        units: size,
        activation: index === sizes.length - 1 ? 'identity' : 'tanh',
        from: [index === 0 ? 'input' : `layer${index - 1}`],
      })),
    },
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0,
    parameters: new Float64Array(W).fill(0.1),
    batch: { N: 1, inputs: new Float64Array(inputs).fill(1), targets: new Float64Array(outputs) },
  };
}

const countsOf = (units: readonly number[]): readonly [gradient: number, r: number] => {
  const problem = chain(units);
  const last = traceOf(problem, 0, directionOf(problem)).steps.at(-1);
  return [last?.gradientOperations ?? NaN, last?.rOperations ?? NaN];
};

describe('operations', () => {
  test('of 1-1-1, counted by hand', () => {
    // a₁ wz+b: 2, a₂: 2; δ₁ h'·(wδ): 2; δz twice: 2.
    // R{a₁} vz+v: 2, R{z₁}: 1, R{a₂} wRz+vz+v: 4; R{δ₂} M·Ra: 1; R{δ₁} h''·Ra·Σ + h'(vδ+wRδ): 7; R{δ₁}z: 1,
    // R{δ₂}z+δ₂R{z}: 3.
    expect(countsOf([1, 1, 1])).toEqual([8, 19]);
  });

  test('in wide layers R{·} costs two gradients, as the formulas of the matrices’ cost say', () => {
    const [gradient, r] = countsOf([40, 40, 40, 40]);
    // What is left out of 2: the inputs, which do not move, and h'.
    expect(r / gradient).toBeGreaterThan(1.7);
    expect(r / gradient).toBeLessThan(2);
  });
});

test('refuses what it cannot trace, with the reason', () => {
  const problem = chain([2, 3, 1]);
  const v = directionOf(problem);
  expect(() => traceOf(problem, 1, v)).toThrow('pattern is 1: allowed 0 to 0');
  expect(() => traceOf(problem, 0, v.subarray(1))).toThrow('direction has 12 entries, network needs 13');
  const layers = [
    { name: 'pool', kind: 'average-pool', size: 2, activation: 'identity', from: ['input'] },
    { name: 'output', kind: 'dense', units: 1, activation: 'identity', from: ['pool'] },
  ] as const;
  const images: Problem = {
    ...problem,
    network: { input: [1, 2, 2], layers },
    parameters: new Float64Array(2),
    batch: { N: 1, inputs: new Float64Array(4), targets: new Float64Array(1) },
  };
  expect(() => traceOf(images, 0, new Float64Array(2))).toThrow('needs dense layers, pool is: average-pool');
  expect(createWorkspace(images).topology.W).toBe(2);
});
