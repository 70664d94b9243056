import type { Problem } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { estimateIds, estimates, sizeOf } from './estimates.ts';
import { affordable, FEWEST, isTooLong } from './requests.ts';

type Settings = StudySettings['perturbation'];

/** An error so many times its standard error is no chance: something is left that more samples do not take away. */
const BIASED = 3;
const ROUNDING = Number.EPSILON;

const count = (x: number): string => x.toLocaleString('en-US');

function sampleNotes(problem: Problem, { samples }: Settings): readonly string[] {
  if (samples < FEWEST)
    return [
      `Three numbers are fitted for every weight; ${samples} samples are too few for that and for a standard error. The least is ${FEWEST}, and that many are drawn.`,
    ];
  const most = affordable(problem);
  if (samples > most)
    return [
      `${count(samples)} samples of ${count(problem.parameters.length)} weights take too long here: ${count(most)} are drawn.`,
    ];
  return [];
}

/** What goes wrong at the newest point, explained. */
export function perturbationNotes(
  reply: PerturbationReply | undefined,
  problem: Problem,
  settings: Settings,
): readonly string[] {
  const notes = [...sampleNotes(problem, settings)];
  if (isTooLong(problem, settings))
    notes.push(
      `The eigenvector takes too long with W = ${count(problem.parameters.length)} and N = ${count(problem.batch.N)}: the direction is ∇E.`,
    );
  if (reply === undefined || settings.figure === 'sigma') return notes;
  const { distances, sigma, error } = reply;
  const change = sigma * Math.sqrt(problem.parameters.length) * sizeOf(reply, 'centred');
  const second = sigma * sigma * sizeOf(reply, 'product');
  const lost = ROUNDING * Math.abs(error);
  if (lost > 1e-2 * change)
    notes.push(
      `σ is too small: ΔE is about ${formatNumber(change, 2)}, and E = ${formatNumber(error, 3)} is known to about ${formatNumber(lost, 1)} only. What is left of ΔE is rounding.`,
    );
  else if (lost > 1e-2 * second)
    notes.push(
      `σ is too small for z: the part of ΔE that curvature makes is about ${formatNumber(second, 1)}, and E is known to about ${formatNumber(lost, 1)} only.`,
    );
  const { error: far, expected } = distances.product;
  if (reply.samples >= 256 && far > BIASED * expected)
    notes.push(
      `σ is too large: z is ${formatNumber(far / expected, 2)} standard errors off. Over steps of this size E is not quadratic, and more samples do not help; a smaller σ does.`,
    );
  if (distances.product.error > sizeOf(reply, 'product') && far <= BIASED * expected)
    notes.push(
      `With ${count(reply.samples)} samples the error of z is larger than z: too few. The noise in z is that of the gradient divided by σ, so z needs far more samples than ∇E.`,
    );
  return notes;
}

/** What the figure says, read aloud. */
export function perturbationLabel(replies: readonly PerturbationReply[], { figure }: Settings): string {
  const last = replies.at(-1);
  if (last === undefined) return 'Nothing is there yet.';
  if (figure === 'sigma')
    return `Errors of all estimates against σ, from ${formatNumber(replies[0]?.sigma ?? NaN)} to ${formatNumber(last.sigma)}, with ${count(last.samples)} samples.`;
  const ends = estimateIds.map((id) => `${estimates[id].label} ${formatNumber(last.distances[id].error, 2)}`);
  return `Errors against the number of samples; after ${count(last.samples)}: ${ends.join(', ')}.`;
}
