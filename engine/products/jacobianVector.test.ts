import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { differenceOfOutputs } from '../testing/finiteDifferences.ts';
import { outputJacobian } from '../testing/jacobian.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { jacobianTransposeVector, jacobianVector } from './jacobianVector.ts';

// Richardson differences from steps 1e-3: cancellation leaves about ε/r = 1e-13 of the values, truncation
// r⁴ = 1e-12 times a fifth derivative along a direction of length 1.
const DIFFERENCE = 1e-8;
// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const inner = (x: Float64Array, y: Float64Array): number => dot(x, 0, y, 0, x.length);

describe.each([
  ['dense networks', randomProblem(), randomProblem({ hidden: smoothKinds })],
  ['images', randomImageProblem(), randomImageProblem({ hidden: smoothKinds, margin: 0.02 })],
])('%s', (_, problems, smooth) => {
  test.each(['a', 'y'] as const)('Jv is the derivative of the outputs %s along v', (of) => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const direction = gaussians(21, problem.parameters.length);
        const v = direction.map((entry) => entry / Math.sqrt(inner(direction, direction)));
        const Jv = jacobianVector(createWorkspace(problem), v, of);
        expectClose('Jv', Jv, differenceOfOutputs(problem, v, of), DIFFERENCE, 1);
      }),
      { numRuns: 150 },
    );
  });

  test('⟨Jv, u⟩ = ⟨v, Jᵀu⟩', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const v = gaussians(22, workspace.topology.W);
        const u = gaussians(23, problem.batch.N * workspace.topology.outputUnits);
        const Jv = jacobianVector(workspace, v);
        const scale = 1 + Math.sqrt(inner(Jv, Jv) * inner(u, u));
        const Ju = jacobianTransposeVector(workspace, u);
        expectClose('⟨Jv, u⟩', [inner(Jv, u)], [inner(v, Ju)], REORDERED, scale);
      }),
      { numRuns: 200 },
    );
  });

  test('Jᵀu is the combination of the rows of J written out', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const u = gaussians(24, problem.batch.N * workspace.topology.outputUnits);
        const expected = outputJacobian(workspace).map((column) => inner(column, u));
        expectClose('Jᵀu', jacobianTransposeVector(workspace, u), expected, REORDERED, 1);
      }),
      { numRuns: 200 },
    );
  });
});
