import { blocksMatrix } from './blocksMatrix.ts';
import { gaussNewton } from './gaussNewton.ts';

/** G with the blocks between layers dropped: what K-FAC approximates. O(W²) beside G. */
export const gaussNewtonBlocks = blocksMatrix('gauss-newton-blocks', gaussNewton, 'layer', {
  label: 'Gauss–Newton blocks',
  symbol: String.raw`\operatorname{blk}G`,
  formula: String.raw`G_{qr}\ \text{for}\ q,r\ \text{in one layer},\ \text{else}\ 0`,
  section: 'Botev et al. 2017',
  whenExact: 'What Gauss–Newton has within each layer: K-FAC factors it, and is equal to it for one pattern.',
});
