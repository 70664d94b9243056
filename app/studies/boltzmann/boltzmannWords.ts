import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { coverageOf, type Quantity, samplingErrors } from './quantities.ts';

/** What doubts the error bars, as a sentence with its cause. */
export function doubt({ warning, drawn, fewest }: BoltzmannSample): string | null {
  if (warning === null) return null;
  return warning.startsWith('pairs that never changed')
    ? `Some pairs of units never changed in a phase of ${formatCount(drawn)} states. Their error bars have no length, which says nothing about their error: the chains do not mix. Smaller weights or a larger T make them move; more states help only where they move at all.`
    : `Too few states for error bars to be trusted: neighbouring states of a chain resemble each other, and ${formatCount(drawn)} of them are worth as few as ${formatNumber(Math.max(1, Math.floor(fewest)))} independent ones${fewest < 50 ? '' : ' in the free phase, and fewer in a clamped one'}.`;
}

/** How many of the bars hold the exact value. */
export function coverageSentence(quantity: Quantity, reply: BoltzmannReply, sample: BoltzmannSample): string {
  const { bars, hold } = coverageOf(quantity, reply.exact, sample);
  if (bars === 0) return 'Nothing varied, so that there are no error bars.';
  return `${hold} of ${bars} error bars (± 2 standard errors) hold the exact value; about ${Math.round(0.95 * bars)} are to be expected.`;
}

/** An error beside the size of what it is an error of. */
const share = (error: number, size: number): string => {
  if (!(size > 0)) return '';
  const ratio = error / size;
  return ratio > 10
    ? `, ${formatCount(Math.round(ratio))} times its size`
    : `, ${formatNumber(100 * ratio, 2)} % of its size`;
};

/** How large the error is, and whether it can be believed to fall. */
export function errorsSentence(reply: BoltzmannReply, samples: readonly BoltzmannSample[]): string {
  const newest = samples.at(-1);
  const words = (['gradient', 'Hv'] as const).map((of) => {
    const error = samplingErrors(of, reply, samples).at(-1)?.actual ?? NaN;
    const size = Math.hypot(...reply.exact[of]) / Math.sqrt(reply.exact[of].length);
    return `${of === 'gradient' ? '∇G' : 'Hv'} is off by ${formatNumber(error, 2)}${share(error, size)}`;
  });
  const rule =
    newest?.warning === null
      ? 'Four times the states halve the error, on average.'
      : 'The error bars are in doubt, and with them the rule that four times the states halve the error.';
  return `With ${formatCount(newest?.drawn ?? 0)} states in each phase ${words.join('; ')}. ${rule}`;
}
