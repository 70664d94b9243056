import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import { groupsOf } from '../../engine/network/groups.ts';
import { runToEnd } from '../../engine/spectrum/runToEnd.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import { builtInSteps } from './builtInSteps.ts';

// Sums over patterns in another order, and H from G or on its own.
const REORDERED = 1e-12;

it('are the matrices in one piece, those that cannot be divided left out', () => {
  fc.assert(
    fc.property(randomProblem(), fc.integer({ min: 1, max: 5 }), (problem, pieces) => {
      const ids = matrixIds.filter(
        (id) => matrixOf(id).form === 'dense' && (matrixOf(id).unavailable?.(problem) ?? null) === null,
      );
      const workspace = createWorkspace(problem);
      const divisible = ids.filter((id) => matrixOf(id).divisible === true);
      const largest = Math.max(...divisible.map((id) => matrixOf(id).operations(workspace)));
      const built = runToEnd(builtInSteps(workspace, ids, largest / pieces));
      for (const [id, { values }] of built) {
        expect(divisible).toContain(id);
        expectClose(id, values, matrixOf(id).compute(createWorkspace(problem)).values, REORDERED, 1e-9);
      }
      expect(built.size > 0).toBe(pieces > 1);
    }),
    { numRuns: 40 },
  );
});

it('takes a step for each matrix and part, and what is the same matrix is one', () => {
  const regression = randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] });
  fc.assert(
    fc.property(regression, (problem) => {
      const workspace = createWorkspace(problem);
      const steps = builtInSteps(workspace, ['exact', 'gauss-newton', 'outer-product', 'kfac'], 1);
      let count = 0;
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done !== true) count += 1;
        else {
          const { value: built } = step;
          expect([...built.keys()]).toEqual(['exact', 'gauss-newton', 'outer-product']);
          expect(built.get('outer-product')?.values).toBe(built.get('gauss-newton')?.values);
          break;
        }
      }
      expect(count % 3).toBe(0);
      expect(count).toBeLessThanOrEqual(3 * groupsOf(workspace.topology).length);
    }),
    { numRuns: 40 },
  );
});
