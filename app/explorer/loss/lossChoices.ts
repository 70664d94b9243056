import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { lossKinds, lossOf, type LossKind } from '../../../engine/losses/index.ts';
import { needOf } from '../../state/edits/targets.ts';

export interface LossChoice {
  readonly kind: LossKind;
  readonly label: string;
  /** Why it isn't offered for these data; null when it is. */
  readonly problem: string | null;
}

/** Every loss of the list, and why the data keep some from being chosen. */
export const lossChoices = (data: DataSpec): readonly LossChoice[] =>
  lossKinds.map((kind) => ({
    kind,
    label: lossOf(kind).label,
    problem: targetsProblem(kind, data) === null ? null : needOf(kind),
  }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One sentence on the losses that are not offered; null when all are. */
export function whyNotOffered(choices: readonly LossChoice[]): string | null {
  const reasons = choices.flatMap(({ problem }) => problem ?? []);
  return reasons.length === 0 ? null : `${capital(reasons.join('; '))}.`;
}
