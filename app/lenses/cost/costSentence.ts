import type { Method } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { CostRow } from './rows.ts';

/** What the times say: Hv beside the gradient, the whole of H beside Hv; null until these are measured. */
export function costSentence(rows: readonly CostRow[]): string | null {
  const time = (method: Method): number => rows.find((row) => row.method === method)?.milliseconds ?? NaN;
  const product = time('Hv') / time('gradient');
  if (!Number.isFinite(product)) return null;
  const said = `One Hv takes ${formatNumber(product, 2)} times as long as a gradient`;
  const whole = time('exact') / time('Hv');
  const columns = time('exact-r-columns') / time('exact');
  if (!Number.isFinite(whole)) return `${said}.`;
  const exact = `${said}; all of H takes as long as ${formatNumber(whole, 2)} of them`;
  if (!Number.isFinite(columns)) return `${exact}.`;
  const [factor, word] = columns >= 1 ? [columns, 'faster'] : [1 / columns, 'slower'];
  return `${exact}, ${formatNumber(factor, 2)} times ${word} than column by column.`;
}
