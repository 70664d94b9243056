import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';
import type { CellContents, CellKind } from '../../../engine/notebook/notebook.ts';
import { plainText } from '../../../engine/notebook/plainText.ts';

/** A cell without its id: what it is and what it holds. */
export type CellContent<K extends CellKind = CellKind> = {
  [Kind in K]: { readonly kind: Kind } & CellContents[Kind];
}[K];

const plain = (text: string): string => plainText(text, NOTEBOOK_LIMITS.text);

/** Content with its texts as a cell may hold them; an id that came along is left out. */
export function plainContent(content: CellContent): CellContent {
  const { id: _id, ...own } = content as CellContent & { readonly id?: string };
  switch (own.kind) {
    case 'text':
      return { ...own, text: plain(own.text) };
    case 'check':
      return { ...own, question: plain(own.question), answer: plain(own.answer) };
    case 'controls':
      return { ...own, parameters: own.parameters.slice(0, NOTEBOOK_LIMITS.controls) };
    default:
      return own;
  }
}

/** Whether a cell holds this content already, field by field; experiments and settings by identity. */
export function sameContent(cell: CellContent, content: CellContent): boolean {
  const before: Readonly<Record<string, unknown>> = { ...cell };
  return Object.entries(content).every(([field, value]) => Object.is(before[field], value));
}
