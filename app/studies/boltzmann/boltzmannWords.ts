import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { coverageOf, type Quantity, samplingErrors } from './quantities.ts';

/** What doubts the error bars, as a sentence with its cause. */
export function doubt({ warning, drawn, fewest }: BoltzmannSample): string | null {
  if (warning === null) return null;
  return warning.startsWith('pairs that never changed')
    ? `Some pairs of units never changed in a phase of ${formatCount(drawn)} states. Their error bars have no length, which says nothing about their error: the chains do not mix. Draw more states, or make the weights smaller or T larger.`
    : `Too few states for error bars to be trusted: neighbouring states of a chain resemble each other, and ${formatCount(drawn)} of them are worth as few as ${formatNumber(Math.max(1, Math.floor(fewest)))} independent ones${fewest < 50 ? '' : ' in the free phase, and fewer in a clamped one'}.`;
}

/** How many of the bars hold the exact value. */
export function coverageSentence(quantity: Quantity, reply: BoltzmannReply, sample: BoltzmannSample): string {
  const { bars, hold } = coverageOf(quantity, reply.exact, sample);
  if (bars === 0) return 'Nothing varied, so that there are no error bars.';
  return `${hold} of ${bars} error bars (± 2 standard errors) hold the exact value; about ${Math.round(0.95 * bars)} are to be expected.`;
}

/** How the error falls. */
export function errorsSentence(reply: BoltzmannReply, samples: readonly BoltzmannSample[]): string {
  const words = (['gradient', 'Hv'] as const).map((of) => {
    const last = samplingErrors(of, reply, samples).at(-1);
    const size = Math.hypot(...reply.exact[of]) / Math.sqrt(reply.exact[of].length);
    const share = size > 0 ? `, ${formatNumber((100 * (last?.actual ?? NaN)) / size, 2)} % of its size` : '';
    return `${of === 'gradient' ? '∇G' : 'Hv'} is off by ${formatNumber(last?.actual ?? NaN, 2)}${share}`;
  });
  return `With ${formatCount(samples.at(-1)?.drawn ?? 0)} states in each phase ${words.join('; ')}.`;
}
