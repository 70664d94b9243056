import { blocksMatrix } from './blocksMatrix.ts';
import { exact } from './exact.ts';

/** H with the blocks between layers dropped. O(W²) beside H. */
export const blockDiagonal = blocksMatrix('block-diagonal', exact, 'layer', {
  label: 'Blocks by layer',
  symbol: String.raw`\operatorname{blk}H`,
  formula: String.raw`H_{qr}\ \text{for}\ q,r\ \text{in one layer},\ \text{else}\ 0`,
  section: 'Martens & Grosse 2015',
  whenExact: 'Exact within each layer; it drops how the weights of different layers act together.',
});
