import { blocksMatrix } from './blocksMatrix.ts';
import { exact } from './exact.ts';

/** H with everything dropped but the blocks of single units: a row of W and its bias. O(W²) beside H. */
export const unitBlocks = blocksMatrix('block-diagonal-units', exact, 'unit', {
  label: 'Blocks by unit',
  symbol: String.raw`\operatorname{blk}_jH`,
  formula: String.raw`H_{qr}\ \text{for}\ q,r\ \text{into one unit},\ \text{else}\ 0`,
  section: 'Ollivier 2015',
  whenExact: 'Exact for the weights into one unit or channel; it drops how units act together.',
});
