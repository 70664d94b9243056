import { tooMuch } from './bounds.ts';
import type { TextNode } from './textNode.ts';

const NODES = 5_000;
const DEPTH = 60;
const CELLS = 2_000;
const FORMULAS = 400;
const TEX = 8_000;
const TEX_CELLS = 600;
const REPEATED = 200_000;
/** A call of a note is a link there and a link back. */
const CALL_NODES = 6;

/** What `treeCounts` counts. */
export interface TreeCounts {
  readonly nodes: number;
  readonly depth: number;
  /** Cells of the tables, with those that short rows are filled up with. */
  readonly cells: number;
  readonly formulas: number;
  /** Characters of the formulas. */
  readonly tex: number;
  /** Cells and lines of matrices and aligned equations in them. */
  readonly texCells: number;
  /** Characters of addresses that references repeat. */
  readonly repeated: number;
}

/** Counts of a parsed text, before it grows into elements. Without recursion: it may be very deep. */
export function treeCounts(tree: TextNode): TreeCounts {
  const counts = { nodes: 0, depth: 0, cells: 0, formulas: 0, tex: 0, texCells: 0, repeated: 0 };
  let references = 0;
  let longest = 0;
  let level: readonly TextNode[] = [tree];
  while (level.length > 0) {
    counts.depth += 1;
    const below: TextNode[] = [];
    for (const node of level) {
      const { children = [] } = node;
      counts.nodes += node.type === 'footnoteReference' ? CALL_NODES : 1;
      if (node.type === 'math' || node.type === 'inlineMath') {
        const { value = '' } = node;
        counts.formulas += 1;
        counts.tex += value.length;
        counts.texCells += value.match(/&|\\\\|\\cr/g)?.length ?? 0;
      }
      if (node.type === 'table') counts.cells += children.length * (node.align?.length ?? 1);
      if (node.type === 'linkReference' || node.type === 'imageReference') references += 1;
      if (node.type === 'definition')
        longest = Math.max(longest, (node.url?.length ?? 0) + (node.title?.length ?? 0));
      for (const child of children) below.push(child);
    }
    level = below;
  }
  counts.repeated = references * longest;
  return counts;
}

const limits: { readonly [K in keyof TreeCounts]: { readonly most: number; readonly words: string } } = {
  nodes: { most: NODES, words: 'parts' },
  depth: { most: DEPTH, words: 'levels inside each other' },
  cells: { most: CELLS, words: 'table cells' },
  formulas: { most: FORMULAS, words: 'formulas' },
  tex: { most: TEX, words: 'characters in formulas' },
  texCells: { most: TEX_CELLS, words: 'cells in formulas' },
  repeated: { most: REPEATED, words: 'characters in repeated addresses' },
};

/** Why a parsed text is shown as it was written; null when it may be drawn. */
export function treeExcess(tree: TextNode): string | null {
  const counts = treeCounts(tree);
  for (const name of Object.keys(limits) as (keyof TreeCounts)[]) {
    const { most, words } = limits[name];
    if (counts[name] > most) return tooMuch(counts[name], words, most);
  }
  return null;
}
