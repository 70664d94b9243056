import type { DataEdit, InfluenceReply, RetrainReply } from '../../../workers/protocol/influence.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { reasonSentence } from '../pruning/pruningWords.ts';

/** A step to the minimum would gain more than this share of E, or than this: then the weights are not at it. */
const SHARE = 1e-6;

/** That the weights are not at a minimum, and what it costs; null where they are. */
export function restSentence({ error, gradientNorm, decrement, refused }: InfluenceReply): string | null {
  const isAtRest = Number.isNaN(decrement)
    ? gradientNorm <= SHARE * Math.max(1, Math.abs(error))
    : decrement <= SHARE * Math.max(1e-3, Math.abs(error));
  if (isAtRest) return null;
  const gain =
    refused === null
      ? ` A step to the minimum would still lower E by about ${formatNumber(decrement, 2)}.`
      : '';
  return `This is not a minimum: the gradient’s norm is ${formatNumber(gradientNorm, 3)}.${gain} Retraining also does what training had left to do, which influence leaves out.`;
}

/** Why there is no prediction; null where there is. */
export const refusedSentence = ({ refused }: InfluenceReply): string | null =>
  refused === null
    ? null
    : `No prediction. ${reasonSentence(refused)}${
        refused.includes('positive definite')
          ? ' At a proper minimum H is. Gauss–Newton with decay is everywhere where the output belongs to the loss; a larger λ helps too.'
          : ''
      }`;

/** What the retraining did, where it did not come to rest. */
export const unrestedSentence = ({ status, steps }: RetrainReply): string | null =>
  status === 'rest'
    ? null
    : status === 'diverged'
      ? 'Retraining diverged: a step was not finite.'
      : `Retraining had not come to rest after ${steps} steps: the truth is not reached yet.`;

/** What the figure of the fit says. */
export function fitSentence(edit: DataEdit, reply: InfluenceReply, truth: RetrainReply | null): string {
  const what = edit.kind === 'remove' ? `Without pattern ${edit.n + 1}` : `With pattern ${edit.n + 1} moved`;
  const number = (y: Float64Array | undefined): string => formatNumber(y?.[0] ?? NaN, 3);
  return `${what} the output there goes from ${number(reply.y)} to ${number(reply.predicted?.y)} as predicted, to ${number(truth?.y)} retrained.`;
}
