import { formatNumber } from '../../controls/formatNumber.ts';
import { counted } from '../../controls/counted.ts';
import { sentence } from '../../controls/sentence.ts';
import { ruleLabel, rules } from './rules.ts';
import type { Race } from './useRace.ts';

const indefinite =
  /^(.*) is not positive definite, eigenvalues above, at and below zero: (\d+), (\d+), (\d+)$/;

/** Why a matrix has no factor, as a sentence; other reasons of the engine as they are. */
export function reasonSentence(reason: string): string {
  const [, name, above, at, below] = indefinite.exec(reason) ?? [];
  if (name === undefined) return sentence(reason);
  const zero = at === '0' ? '' : `, ${at ?? ''} at zero`;
  return `${name} is not positive definite: ${above ?? ''} eigenvalues are above zero${zero}, ${below ?? ''} below.`;
}

const ADVICE =
  'Away from a minimum the exact H may have negative curvature. Gauss–Newton has none where the output belongs to the loss; a larger λ lifts it.';

/** Why rules stopped before the last weight. */
export const stopSentences = ({ curves }: Pick<Race, 'curves'>): readonly string[] =>
  rules.flatMap((rule) => {
    const curve = curves[rule];
    const reason = curve?.stopped ?? null;
    if (curve === undefined || reason === null || reason.startsWith('no weights are left')) return [];
    const advice = indefinite.test(reason) ? ` ${ADVICE}` : '';
    const { length } = curve.deletions;
    const where = length === 0 ? 'deletes nothing' : `stops after ${counted(length, 'deletion')}`;
    return [`${ruleLabel(rule)} ${where}. ${reasonSentence(reason)}${advice}`];
  });

/** What leaving out the gradient costs; null at a minimum. */
export function gradientSentence(gradientNorm: number, share: number): string | null {
  if (!(share > 1e-3)) return null;
  return `This is not a minimum: the gradient’s norm is ${formatNumber(gradientNorm, 3)}. Optimal Brain Damage and Surgeon assume that it is 0 and leave out the term gᵀδw, which here is ${formatNumber(share, 2)} times the predicted ΔE of Optimal Brain Damage in the median.`;
}
