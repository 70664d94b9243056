import { matrixOf } from '../../../engine/curvature/index.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { LaplaceReply } from '../../../workers/protocol/laplace.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { sentence } from '../../controls/sentence.ts';
import type { Answered } from './useLaplace.ts';

export type Matrix = StudySettings['laplace']['matrix'];

const INERTIA = /above, at and below zero: (\d+), (\d+), (\d+)$/;

/** Eigenvalues of A that are not above zero, from the engine's sentence: `3 of 13 below zero`; null for other reasons. */
export function notAbove(reason: string): string | null {
  const counts = INERTIA.exec(reason)?.slice(1).map(Number);
  if (counts === undefined) return null;
  const [above = 0, at = 0, below = 0] = counts;
  const of = above + at + below;
  return [below > 0 ? `${below} of ${of} below zero` : '', at > 0 ? `${at} of ${of} at zero` : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** A reason of the engine with its numbers rounded for reading. */
export const rounded = (reason: string): string =>
  reason.replace(/-?\d+\.\d+(?:e[+-]?\d+)?/g, (number) => formatNumber(Number(number), 3));

/** Why a matrix gives no posterior, and what helps. */
export function whyRefused(matrix: Matrix, reason: string, isAtMinimum: boolean): string {
  const { label } = matrixOf(matrix);
  const counts = notAbove(reason);
  if (counts === null) return sentence(rounded(reason));
  const cause = isAtMinimum
    ? 'Training came to rest on a saddle, or so near to one that rounding decides; other initial weights may end elsewhere.'
    : 'The error curves downwards there, as it may away from a minimum.';
  return `No posterior with ${label}: eigenvalues of A = β∇∇E + αI are ${counts}. A Gaussian would need variances below zero. ${cause} Gauss–Newton is never indefinite.`;
}

/** The size of the gradient against that of the prior’s part of it, which at w_MAP the data’s part cancels. */
const AT_REST = 0.01;

export const isAtRest = ({ gradientNorm, alpha, weightError }: LaplaceReply): boolean =>
  gradientNorm <= AT_REST * alpha * Math.sqrt(2 * weightError);

/** Where the posterior stands. */
export function placeSentence({ reply, steps, cut }: Answered): string {
  const norm = formatNumber(reply.gradientNorm, 2);
  if (reply.fit.status === 'diverged')
    return `Training diverged after ${steps} steps; the posterior is that of the last finite weights, ‖∇\u00a0ln\u00a0p‖ = ${norm}.`;
  if (cut)
    return `Training was stopped after ${steps} steps, ‖∇\u00a0ln\u00a0p‖ = ${norm}: close to a minimum, but not at it.`;
  if (steps > 0)
    return `At the minimum, ${steps} steps from the present weights; ‖∇\u00a0ln\u00a0p‖ = ${norm}.`;
  if (isAtRest(reply)) return `The present weights are at a minimum; ‖∇\u00a0ln\u00a0p‖ = ${norm}.`;
  return `The present weights are not at a minimum: ‖∇\u00a0ln\u00a0p‖ = ${norm}. Laplace’s approximation is an expansion around w_MAP, where the gradient is 0; here its numbers do not describe the posterior.`;
}
