import { blocksOf } from './blocksOf.ts';
import { exact } from './exact.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';

/** H with everything dropped but the blocks of single units: a row of W and its bias. O(W²) beside H. */
export const unitBlocks: CurvatureMatrix = {
  label: 'Blocks by unit',
  symbol: String.raw`\operatorname{blk}_jH`,
  formula: String.raw`H_{qr}\ \text{for}\ q,r\ \text{into one unit},\ \text{else}\ 0`,
  cost: 'O(W^2)',
  section: 'Ollivier 2015',
  whenExact: 'Exact for the weights into one unit or channel; it drops how units act together.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  derived: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'block-diagonal-units', part, () =>
      blocksOf(workspace.topology, exact.compute(workspace, part).values, 'unit'),
    ),
  }),
  operations: exact.operations,
};
