import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import type { NetworkSpec, LossSpec } from '../experiment/problem.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { hessianVector } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { matrixOf } from './index.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import { createWorkspace } from './createWorkspace.ts';

interface ReferenceCase {
  readonly name: string;
  readonly network: NetworkSpec;
  readonly loss: LossSpec;
  readonly weightDecay: number;
  readonly parameters: number[];
  readonly data: { readonly inputs: number[][]; readonly targets: number[][] };
  readonly direction: number[];
  readonly expected: {
    readonly error: number;
    readonly gradient: number[];
    readonly hessianVectorProduct: number[];
    /** Of dense networks. */
    readonly diagonalApproximation?: number[];
    readonly hessian: number[][];
    readonly gaussNewton: number[][];
    readonly outerProduct: number[][];
    readonly empiricalFisher: number[][];
  };
}

const folder = new URL('../testing/reference/', import.meta.url);
const cases = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ReferenceCase,
);

// Values of automatic differentiation in float64. Both sides round: 1e-14 of the largest entry is about a
// hundred roundings; agreement seen is 7e-16.
const ROUNDED = 1e-14;

/** What a layer without one has. */
const NO_ACTIVATION = { activation: 'identity' } as const;

const matrices = [
  ['gauss-newton', 'gaussNewton'],
  ['outer-product', 'outerProduct'],
  ['empirical-fisher', 'empiricalFisher'],
  ['diagonal', 'diagonalApproximation'],
] as const;

describe.each(cases)('$name', ({ network, loss, weightDecay, parameters, data, direction, expected }) => {
  const layers = network.layers.map((layer) => ({ ...NO_ACTIVATION, ...layer }));
  const problem = {
    network: { ...network, layers },
    loss,
    weightDecay,
    parameters: Float64Array.from(parameters),
    batch: {
      N: data.inputs.length,
      inputs: Float64Array.from(data.inputs.flat()),
      targets: Float64Array.from(data.targets.flat()),
    },
  };
  const workspace = createWorkspace(problem);

  test('error, gradient and Hv', () => {
    const { error, gradient } = errorAndGradient(problem);
    expectClose('error', [error], [expected.error], ROUNDED);
    expectClose('gradient', gradient, expected.gradient, ROUNDED);
    expectClose(
      'Hv',
      hessianVector(problem, Float64Array.from(direction)),
      expected.hessianVectorProduct,
      ROUNDED,
    );
  });

  test('exact Hessian by both paths', () => {
    expectClose('exact', matrixOf('exact').compute(workspace).values, expected.hessian.flat(), ROUNDED);
    expectClose('R-columns', exactByRColumns(problem), expected.hessian.flat(), ROUNDED);
  });

  test.each(matrices.filter(([, field]) => field in expected))('%s', (id, field) => {
    expectClose(id, matrixOf(id).compute(workspace).values, (expected[field] ?? []).flat(), ROUNDED);
  });
});
