import { expect, test } from 'vitest';
import { exactByRColumns } from '../../engine/products/ofProblem.ts';
import { largestDifference } from './difference.ts';
import { problemOf } from './problems.ts';
import { rColumnsOnKernels } from './rColumnsOnKernels.ts';

test('R-columns on the kernels are the exact Hessian', () => {
  for (const sizes of [
    [2, 1],
    [2, 3, 1],
    [3, 5, 4, 2],
    [2, 3, 3, 3, 1],
  ]) {
    const problem = problemOf(sizes, 6);
    const expected = exactByRColumns(problem);
    // six patterns summed in another order: a few roundings of 1.1e-16
    expect(largestDifference(rColumnsOnKernels(problem), expected), sizes.join('-')).toBeLessThan(1e-14);
  }
});
