import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { lossKinds, lossOf, type LossKind } from '../../../engine/losses/index.ts';
import { furtherNeedOf, needOf } from '../../state/edits/targets.ts';

export interface LossChoice {
  readonly kind: LossKind;
  readonly label: string;
  /** Whether it goes with the targets of these data. */
  readonly offered: boolean;
}

/** Every loss of the list, and why the data keep some from being chosen. */
export const lossChoices = (data: DataSpec): readonly LossChoice[] =>
  lossKinds.map((kind) => ({
    kind,
    label: lossOf(kind).label,
    offered: targetsProblem(kind, data) === null,
  }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One sentence on the losses that are not offered, short enough for two lines; null when all are. */
export function whyNotOffered(choices: readonly LossChoice[]): string | null {
  const [first, ...others] = choices.filter(({ offered }) => !offered).map(({ kind }) => kind);
  return first === undefined ? null : `${capital([needOf(first), ...others.map(furtherNeedOf)].join(', '))}.`;
}
