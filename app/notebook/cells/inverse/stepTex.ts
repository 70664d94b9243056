import type { Film } from '../../../../workers/protocol.ts';
import { texNumber } from '../../../anatomy/texNumber.ts';

/** Corrections that are written out with their numbers. */
export const MOST_LINES = 3;

/** PRML 5.89 with the numbers of the patterns at hand, or the start. */
export function ruleTex({ upTo, alpha }: Film): string {
  if (upTo === 0)
    return String.raw`H_0=\alpha I,\qquad H_0^{-1}=\frac{1}{\alpha}\,I=${texNumber(1 / alpha)}\,I`;
  const before = `H_{${upTo - 1}}^{-1}`;
  const b = String.raw`\mathbf b`;
  const T = String.raw`^{\mathsf T}`;
  const product = String.raw`(${before}${b})(${before}${b})${T}`;
  return String.raw`H_{${upTo}}^{-1}=${before}-\frac{${product}}{1+${b}${T}${before}${b}}`;
}

/** The denominator and the size of the change of each correction, one for every output. */
export const stepLines = ({ steps }: Film): readonly string[] =>
  steps
    .slice(0, MOST_LINES)
    .map(
      ({ denominator, length, change }) =>
        String.raw`1+\mathbf b^{\mathsf T}H^{-1}\mathbf b=${texNumber(denominator, 4)},\qquad\lVert H^{-1}\mathbf b\rVert=${texNumber(length)},\qquad\lVert\text{change}\rVert=${texNumber(change)}`,
    );
