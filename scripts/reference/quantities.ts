/** What of a reference case is compared, and how the engine computes it. */
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import { exactByRColumns } from '../../engine/products/ofProblem.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { errorAndGradient } from '../../engine/products/ofProblem.ts';
import { hessianVector } from '../../engine/products/ofProblem.ts';
import type { ReferenceCase } from './readCase.ts';

interface Quantity {
  /** The field of `expected` that holds its value. */
  readonly expected: string;
  readonly compute: (reference: ReferenceCase) => ArrayLike<number>;
  /** Whether there is such a way for the case's network; always where absent. */
  readonly exists?: (reference: ReferenceCase) => boolean;
}

const matrix = (expected: string, id: MatrixId): Quantity => ({
  expected,
  compute: ({ problem }) => matrixOf(id).compute(createWorkspace(problem)).values,
  exists: ({ problem }) => (matrixOf(id).unavailable?.(problem) ?? null) === null,
});

/** By the name that is printed; the exact Hessian is checked by each of its ways. */
export const quantities: Readonly<Record<string, Quantity>> = {
  error: { expected: 'error', compute: ({ problem }) => [errorAndGradient(problem).error] },
  gradient: { expected: 'gradient', compute: ({ problem }) => errorAndGradient(problem).gradient },
  hessian: matrix('hessian', 'exact'),
  hessianByRColumns: { expected: 'hessian', compute: ({ problem }) => exactByRColumns(problem) },
  hessianByUnitSeededPasses: matrix('hessian', 'exact-unit-seeded'),
  hessianByClosedForm: matrix('hessian', 'closed-form'),
  hessianVectorProduct: {
    expected: 'hessianVectorProduct',
    compute: ({ problem, direction }) => {
      if (direction === null) throw new Error('no direction for hessianVectorProduct');
      return hessianVector(problem, direction);
    },
  },
  gaussNewton: matrix('gaussNewton', 'gauss-newton'),
  outerProduct: matrix('outerProduct', 'outer-product'),
  empiricalFisher: matrix('empiricalFisher', 'empirical-fisher'),
  diagonalApproximation: matrix('diagonalApproximation', 'diagonal'),
};
