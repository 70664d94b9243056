import { keep } from './finish.ts';
import { gaussNewton, jacobianProduct } from './gaussNewton.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { pairOperations } from './operations.ts';

/**
 * Levenberg–Marquardt's outer product: `c Σ_n J_yᵀ B_y J_y`, the network cut at its outputs y
 * (PRML 5.84); for the two cross-entropies cut at a, where it is Gauss–Newton (PRML 5.85).
 */
export const outerProduct: CurvatureMatrix = {
  label: 'Outer product',
  symbol: String.raw`\textstyle\sum \mathbf b\mathbf b^{\mathsf T}`,
  formula: String.raw`c\sum_n J_{y}^{\mathsf T}B_yJ_{y}\qquad\text{sum of squares: }\sum_n\mathbf b_n\mathbf b_n^{\mathsf T},\ \mathbf b_n=\nabla y_n`,
  cost: 'O(W^2)',
  section: 'PRML 5.4.2',
  whenExact:
    'Close to H where the residuals are small or zero-mean noise; equal to Gauss–Newton for the usual pairs.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  compute: (workspace, part) => {
    const { M, Mcut } = workspace.seed;
    if (M === Mcut) return gaussNewton.compute(workspace, part);
    return {
      form: 'dense',
      values: keep(workspace, 'outer-product', part, () => jacobianProduct(workspace, Mcut, part)),
    };
  },
  operations: pairOperations,
};
