import { blocksOf } from './blocksOf.ts';
import { keep } from './finish.ts';
import { gaussNewton } from './gaussNewton.ts';
import type { CurvatureMatrix } from './matrix.ts';

/** G with the blocks between layers dropped: what K-FAC approximates. O(W²) beside G. */
export const gaussNewtonBlocks: CurvatureMatrix = {
  label: 'Gauss–Newton blocks',
  symbol: String.raw`\operatorname{blk}G`,
  formula: String.raw`G_{qr}\ \text{for}\ q,r\ \text{in one layer},\ \text{else}\ 0`,
  cost: 'O(W^2)',
  section: 'Botev et al. 2017',
  whenExact: 'What Gauss–Newton has within each layer: K-FAC factors it, and is equal to it for one pattern.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  derived: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'gauss-newton-blocks', part, () =>
      blocksOf(workspace.topology, gaussNewton.compute(workspace, part).values, 'layer'),
    ),
  }),
  operations: gaussNewton.operations,
};
