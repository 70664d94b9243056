import type { MarkedParameter } from './Marks.tsx';
import { useSelection } from '../../state/useLab.ts';

interface Pointers {
  readonly hovered: number | null;
  /** The keyboard's place; null while the drawing has no focus. */
  readonly cursor: number | null;
}

/** Everything to be marked in the drawing, what lies on top last. */
export function useMarked({ hovered, cursor }: Pointers): MarkedParameter[] {
  const entry = useSelection((state) => state.hover ?? state.entry);
  const selected = useSelection((state) => state.parameter);
  const marked: MarkedParameter[] = [];
  const add = (index: number | null | undefined, tone: MarkedParameter['tone']): void => {
    if (index !== null && index !== undefined) marked.push({ index, tone });
  };
  add(hovered, 'hovered');
  add(entry?.row, 'entry');
  if (entry?.row !== entry?.column) add(entry?.column, 'entry');
  add(selected, 'selected');
  if (cursor !== selected) add(cursor, 'cursor');
  return marked;
}
