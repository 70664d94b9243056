import { type MatrixId, matrixIds, matrixOf } from '../../../engine/curvature/index.ts';
import { type MatrixGroup, matrixGroups } from '../../../engine/curvature/matrix.ts';

/** A section of the menu: a heading and what stands under it. */
export interface ChoiceGroup {
  readonly heading: string;
  readonly ids: readonly MatrixId[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase();

/** Whether every word that was typed occurs in a matrix's name, source, description or heading. */
function matches(id: MatrixId, typed: string): boolean {
  const { label, section, whenExact, group } = matrixOf(id);
  const text = plain([label, section, whenExact, matrixGroups[group]].join(' '));
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The list of matrices by sections, those that match what was typed; sections with nothing left are left out. */
export function choiceGroups(typed: string): readonly ChoiceGroup[] {
  const found = matrixIds.filter((id) => matches(id, typed));
  return (Object.keys(matrixGroups) as readonly MatrixGroup[])
    .map((group) => ({
      heading: matrixGroups[group],
      ids: found.filter((id) => matrixOf(id).group === group),
    }))
    .filter(({ ids }) => ids.length > 0);
}
