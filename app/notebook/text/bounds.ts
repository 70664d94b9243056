import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';

/**
 * What is counted in a text before it is parsed. Markdown's parser takes time quadratic in the marks of a
 * paragraph and in the depth of its quotes and lists; the counts take one reading and keep it under a second.
 */

const CHARACTERS = NOTEBOOK_LIMITS.text;
const LINES = 800;
const BLANK_LINES = 4_000;
const MARKS = 4_000;
/** Sum over the paragraphs of the square of their marks: 1000 in a single one. */
const MARK_PAIRS = 1_000_000;
const DEPTH = 16;
const CONTAINERS = 3_000;
const PIPES = 3_000;
/** A browser takes long to break one that is longer. */
const WORD = 2_000;

/** `&` weighs more: the ends of addresses are searched for entities again and again. */
const weightOf: { readonly [mark: string]: number } = {
  '*': 1,
  _: 1,
  '~': 1,
  '[': 1,
  ']': 1,
  '!': 1,
  '<': 1,
  '`': 1,
  $: 1,
  '@': 1,
  '&': 4,
};

/** Begins a new paragraph wherever it stands, so that marks before it have no partner after it. */
const BEGINS_ITEM = /^ {0,3}[-+*] +\S/;

/** The quote and list marks that a line begins with, and the white space between them. */
const BEGINNING = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;

/** What `textCounts` counts. */
export interface TextCounts {
  readonly characters: number;
  /** Lines that hold something. */
  readonly lines: number;
  readonly blankLines: number;
  readonly marks: number;
  readonly markPairs: number;
  /** The deepest nesting of quotes and lists that a line's beginning can stand for: never too small. */
  readonly depth: number;
  /** Sum over the lines of that depth. */
  readonly containers: number;
  readonly pipes: number;
  /** The longest stretch without white space. */
  readonly word: number;
}

/** Two columns nest a list in a list; a tab counts as four. */
function depthOfLine(line: string): number {
  const [beginning = ''] = BEGINNING.exec(line) ?? [];
  let depth = 0;
  for (const character of beginning) {
    if (character === ' ') depth += 0.5;
    else if (character === '\t') depth += 2;
    else if (character === '.' || character === ')' || !/\d/.test(character)) depth += 1;
  }
  return Math.floor(depth);
}

/** Counts of a text, in one reading. */
export function textCounts(source: string): TextCounts {
  const counts = {
    characters: source.length,
    lines: 0,
    blankLines: 0,
    marks: 0,
    markPairs: 0,
    depth: 0,
    containers: 0,
    pipes: 0,
    word: 0,
  };
  let inParagraph = 0;
  const endParagraph = (): void => {
    counts.markPairs += inParagraph ** 2;
    inParagraph = 0;
  };
  for (const line of source.split(/\r\n|\n|\r/)) {
    const blank = line.trim() === '';
    if (blank || BEGINS_ITEM.test(line)) endParagraph();
    if (blank) {
      counts.blankLines += 1;
      continue;
    }
    counts.lines += 1;
    const depth = depthOfLine(line);
    counts.depth = Math.max(counts.depth, depth);
    counts.containers += depth;
    let word = 0;
    for (const character of line) {
      word = character === ' ' || character === '\t' ? 0 : word + 1;
      counts.word = Math.max(counts.word, word);
      const weight = weightOf[character] ?? 0;
      inParagraph += weight;
      counts.marks += weight;
      if (character === '|') counts.pipes += 1;
    }
  }
  endParagraph();
  return counts;
}

const limits: { readonly [K in keyof TextCounts]: { readonly most: number; readonly words: string } } = {
  characters: { most: CHARACTERS, words: 'characters' },
  lines: { most: LINES, words: 'lines' },
  blankLines: { most: BLANK_LINES, words: 'empty lines' },
  marks: { most: MARKS, words: 'marks such as * and $' },
  markPairs: { most: MARK_PAIRS, words: 'pairs of marks in its paragraphs' },
  depth: { most: DEPTH, words: 'quotes and lists inside each other' },
  containers: { most: CONTAINERS, words: 'marks of quotes and lists' },
  pipes: { most: PIPES, words: 'table marks' },
  word: { most: WORD, words: 'characters without a space' },
};

/** The sentence for what there is too much of. */
export const tooMuch = (count: number, words: string, most: number): string =>
  `${count.toLocaleString('en')} ${words}, at most ${most.toLocaleString('en')} are set`;

/** Why a text is not parsed but shown as it was written; null when it may be parsed. */
export function textExcess(source: string): string | null {
  if (source.length > CHARACTERS) return tooMuch(source.length, limits.characters.words, CHARACTERS);
  const counts = textCounts(source);
  for (const name of Object.keys(limits) as (keyof TextCounts)[]) {
    const { most, words } = limits[name];
    if (counts[name] > most) return tooMuch(counts[name], words, most);
  }
  return null;
}
