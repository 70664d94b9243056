import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { lossKinds, lossOf, type LossKind } from '../../../engine/losses/index.ts';

export interface LossChoice {
  readonly kind: LossKind;
  readonly label: string;
  /** Why it isn't offered for these data; null when it is. */
  readonly problem: string | null;
}

/** Every loss of the list, and why the data keep some from being chosen. */
export const lossChoices = (data: DataSpec): readonly LossChoice[] =>
  lossKinds.map((kind) => ({ kind, label: lossOf(kind).label, problem: targetsProblem(kind, data) }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `data.targets[3] is 0.5: binary cross-entropy needs 0 or 1` for a reader: what the loss needs, then what it found. */
function reasonOf(problem: string): string {
  const colon = problem.indexOf(': ');
  const need = problem.slice(colon + 2);
  const found = /^data\.targets\[(\d+)\](?:\[\d+\])? is (.*)$/.exec(problem.slice(0, colon));
  return found === null ? need : `${need} (point ${Number(found[1]) + 1} has ${found[2]})`;
}

/** One sentence on the losses that are not offered; null when all are. */
export function whyNotOffered(choices: readonly LossChoice[]): string | null {
  const reasons = choices.flatMap(({ problem }) => (problem === null ? [] : [reasonOf(problem)]));
  return reasons.length === 0 ? null : `${capital(reasons.join('; '))}.`;
}
