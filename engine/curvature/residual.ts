import { kernels } from '../kernels/kernels.ts';
import { takeNumbers } from '../kernels/spareNumbers.ts';
import { exact } from './exact.ts';
import { gaussNewton } from './gaussNewton.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';

/** Numbers that are subtracted at once: they stay in the first cache. */
const RUN = 1024;

/** H − G, entry by entry, on the kernels. O(entries). */
function difference(H: Float64Array, G: Float64Array): Float64Array {
  const { heap, minusRows } = kernels();
  const mark = heap.mark();
  const [h, g] = [heap.take(RUN), heap.take(RUN)];
  const { numbers } = heap;
  const R = takeNumbers(H.length);
  for (let from = 0; from < R.length; from += RUN) {
    const count = Math.min(RUN, R.length - from);
    numbers.set(H.subarray(from, from + count), h);
    numbers.set(G.subarray(from, from + count), g);
    minusRows(h, g, RUN);
    R.set(numbers.subarray(h, h + count), from);
  }
  heap.release(mark);
  return R;
}

/** The residual part `H − G`: what Gauss–Newton drops (second term of PRML 5.83). O(W²) from both. */
export const residual: CurvatureMatrix = {
  label: 'Residual',
  symbol: 'H-G',
  formula: String.raw`H-G=c\sum_n\sum_k\frac{\partial E_n}{\partial a_k}\nabla\nabla a_k`,
  cost: 'O(W^2)',
  section: 'PRML 5.83',
  whenExact: 'Not an approximation: what Gauss–Newton leaves out.',
  group: 'part',
  form: 'dense',
  role: 'part',
  divisible: true,
  derived: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'residual', part, () => {
      const G = gaussNewton.compute(workspace, part).values;
      const H = exact.compute(workspace, part).values;
      return difference(H, G);
    }),
  }),
  operations: (workspace) => 2 * pairOperations(workspace) + workspace.topology.W ** 2,
};
