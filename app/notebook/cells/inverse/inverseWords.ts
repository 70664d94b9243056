import type { Inverse } from '../../../../workers/protocol.ts';
import { formatNumber } from '../../../controls/formatNumber.ts';
import { inertiaText } from '../../../controls/inertiaText.ts';

/** What stands in the way of Cholesky's factors, or null: the matrix is positive definite. */
export function whyNoCholesky(name: string, { way, inertia, values }: Inverse): string | null {
  if (way === 'cholesky') return null;
  const eigenvalues = `its eigenvalues are ${inertiaText(inertia)}`;
  if (values === null)
    return `${name} is singular: ${eigenvalues}. It has no inverse, and no Cholesky factors.`;
  if (inertia.negative === 0)
    return `${name} is positive definite only to rounding: Cholesky breaks off, and its inverse is made from eigenvectors.`;
  return `${name} is indefinite: ${eigenvalues}. It has no Cholesky factors; its inverse is made from eigenvectors. As a covariance it would hold negative variances.`;
}

/** What a picture of an inverse shows. */
export const pictureSentence = (name: string, largest: number): string =>
  `${name}: entries up to ${formatNumber(largest, 3)}.`;
