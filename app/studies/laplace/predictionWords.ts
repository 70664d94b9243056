import { formatNumber } from '../../controls/formatNumber.ts';
import type { BarWidths } from './predictionGrid.ts';

/** The figure over one input in a sentence. */
export function barsSentence(widths: BarWidths | null, regression: boolean, matrix: string): string {
  if (widths === null) return `Outputs of the network; with ${matrix} there are no error bars.`;
  const { among, widest } = widths;
  const bars = `${formatNumber(among, 3)} among the data, ${formatNumber(widest, 3)} at their widest`;
  return regression
    ? `Mean with error bars of two standard deviations, ${matrix}: ${bars}.`
    : `Class probabilities, plain and moderated, ${matrix}; two standard deviations of the pre-activation: ${bars}.`;
}

/** The plane in a sentence: how far probabilities are from a half, plain and moderated. */
export function planeSentence(name: string, values: readonly number[]): string {
  return `${name} over the plane, from ${formatNumber(Math.min(...values), 3)} to ${formatNumber(Math.max(...values), 3)}.`;
}
