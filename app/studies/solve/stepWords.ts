import type { ModelStep, StepId, StepsReply } from '../../../workers/protocol/solve.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { inertiaText } from '../../controls/inertiaText.ts';

interface StepText {
  readonly label: string;
  readonly tex: string;
  /** What its matrix is called in a sentence. */
  readonly matrix: string;
}

/** The steps as they are called and written. */
export const stepTexts: Readonly<Record<StepId, StepText>> = {
  newton: { label: 'Newton', tex: String.raw`H\mathbf d=-\nabla E`, matrix: 'H' },
  'gauss-newton': { label: 'Gauss–Newton', tex: String.raw`G\mathbf d=-\nabla E`, matrix: 'G' },
  'levenberg-marquardt': {
    label: 'Levenberg–Marquardt',
    tex: String.raw`(G+\lambda I)\mathbf d=-\nabla E`,
    matrix: 'G + λI',
  },
};

/** Changes of E that are lost in its last digits. */
const ROUNDING = 1e-10;

/** What is wrong with a step, or null. */
export function stepNote(step: ModelStep, error: number): string | null {
  const { label, matrix } = stepTexts[step.id];
  if (step.d === null)
    return `${label}: ${matrix} is singular, its eigenvalues are ${inertiaText(step.inertia)}. The equation has no unique solution; weight decay or λ above 0 gives it one.`;
  if (step.inertia.negative > 0)
    return `${label}: ${matrix} is indefinite, its eigenvalues are ${inertiaText(step.inertia)}. The step leads to the saddle of the quadratic model${step.predicted > 0 ? ', which lies above E' : ''}.`;
  if (!Number.isFinite(step.error)) return `${label}: the error at its end is not a finite number.`;
  if (step.error - error > ROUNDING * error)
    return `${label}: E rises by ${formatNumber(step.error - error, 3)} where the model promised a fall of ${formatNumber(-step.predicted, 3)}. So far from w the model does not hold.`;
  return null;
}

/** What the gain ratio says of λ. */
export function dampingSentence({ steps, nextDamping }: StepsReply, damping: number): string {
  const gain = steps.find(({ id }) => id === 'levenberg-marquardt')?.gain ?? NaN;
  const says = `Levenberg–Marquardt’s gain ratio is ${formatNumber(gain, 3)}`;
  if (!(gain > 0))
    return `${says}: the step would be refused, and λ made four times larger, ${formatNumber(nextDamping, 3)}.`;
  if (nextDamping < damping)
    return `${says}: the model held, and λ may fall to ${formatNumber(nextDamping, 3)}.`;
  return `${says}: the error fell by less than half of what was predicted, and λ rises to ${formatNumber(nextDamping, 3)}.`;
}

/** The figure in one sentence for every step. */
export const stepsSentence = ({ steps, error }: StepsReply): string =>
  `E is ${formatNumber(error, 4)}. ${steps
    .map(
      (step) =>
        `${stepTexts[step.id].label}: predicted change ${formatNumber(step.predicted, 3)}, true change ${formatNumber(step.error - error, 3)}.`,
    )
    .join(' ')}`;
