import { blocksOf } from './blocksOf.ts';
import { exact } from './exact.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';

/** H with the blocks between layers dropped. O(W²) beside H. */
export const blockDiagonal: CurvatureMatrix = {
  label: 'Blocks by layer',
  symbol: String.raw`\operatorname{blk}H`,
  formula: String.raw`H_{qr}\ \text{for}\ q,r\ \text{in one layer},\ \text{else}\ 0`,
  cost: 'O(W^2)',
  section: 'Martens & Grosse 2015',
  whenExact: 'Exact within each layer; it drops how the weights of different layers act together.',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  derived: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'block-diagonal', part, () =>
      blocksOf(workspace.topology, exact.compute(workspace, part).values, 'layer'),
    ),
  }),
  operations: exact.operations,
};
