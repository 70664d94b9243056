import { relativeDifference } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { outerProduct } from '../../engine/curvature/outerProduct.ts';
import { inverseByCholesky } from '../../engine/solve/cholesky.ts';
import { outerProductRows } from '../../engine/solve/outerProductRows.ts';
import { woodburyInverse } from '../../engine/solve/woodburyInverse.ts';
import { scaledPlus } from '../../engine/uses/chosenMatrix.ts';
import { asError } from '../asError.ts';
import type { BlocksReply, BlocksRequest, BlockRun } from '../protocol/solve.ts';
import { whyTooLargeToSolve } from './whyTooLargeToSolve.ts';

const SIZES = [1, 2, 4, 8, 16, 32, 64, 128];
/** Of multiplications of all block sizes together, about half a second. */
const MOST_PRODUCTS = 4e8;

/** Block sizes up to all rows at once. */
const sizesOf = (rows: number): readonly number[] => {
  const smaller = SIZES.filter((size) => size < rows);
  return rows <= 2 * (SIZES.at(-1) ?? 0) ? [...smaller, rows] : smaller;
};

/** `(Σ b bᵀ + (α + λ)I)⁻¹` of the outer product by Woodbury's formula in blocks, beside the direct inverse. */
export function solveBlocks({ problem, damping }: BlocksRequest): BlocksReply {
  const workspace = createWorkspace(problem);
  const { W, outputUnits } = workspace.topology;
  const rows = problem.batch.N * outputUnits;
  const start = problem.weightDecay + damping;
  const none = { W, rows, start, blocks: [], directMilliseconds: NaN };
  const tooLarge = whyTooLargeToSolve('outer-product', workspace);
  if (tooLarge !== null) return { ...none, refused: tooLarge };
  const sizes = sizesOf(rows);
  const work = sizes.reduce((sum, m) => sum + rows * (W * W * (1 + 1 / m) + 2 * m * W + m * m), 0);
  if (work > MOST_PRODUCTS) {
    const count = (x: number): string => x.toLocaleString('en-US', { maximumSignificantDigits: 2 });
    const why = `All block sizes together need ${count(work)} multiplications; this figure allows ${count(MOST_PRODUCTS)}.`;
    return { ...none, refused: why };
  }
  try {
    const U = outerProductRows(workspace);
    const before = performance.now();
    const A = scaledPlus(outerProduct.compute(workspace), W, 1, damping).values;
    const direct = inverseByCholesky(A, W);
    const directMilliseconds = direct === null ? NaN : performance.now() - before;
    const blocks = sizes.map((size): BlockRun => {
      const from = performance.now();
      const values = woodburyInverse(U, W, start, size);
      const milliseconds = performance.now() - from;
      const distance = direct === null ? NaN : relativeDifference({ form: 'dense', values }, direct, W);
      return { size, distance, milliseconds };
    });
    return { W, rows, start, refused: null, blocks, directMilliseconds };
  } catch (thrown) {
    const reason = asError(thrown).message;
    return { ...none, refused: `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.` };
  }
}
