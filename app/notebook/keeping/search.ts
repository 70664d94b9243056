import type { KeptNotebook } from './record.ts';

const FIELDS = ['title', 'text', 'question', 'answer'] as const;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Texts of a notebook and of its experiments' titles; of one that can't be read, its title alone. */
function textsOf({ title, text }: KeptNotebook): string {
  const texts: unknown[] = [title];
  try {
    const notebook: unknown = JSON.parse(text);
    const cells: unknown = isRecord(notebook) ? notebook.cells : [];
    for (const cell of Array.isArray(cells) ? cells : []) {
      for (const part of [cell as unknown, isRecord(cell) ? cell.experiment : null])
        if (isRecord(part)) texts.push(...FIELDS.map((field) => part[field]));
    }
  } catch {
    // its title is all there is to go by
  }
  return plain(texts.filter((part) => typeof part === 'string').join('\n'));
}

/** Finds words in notebooks; what has been read once is not read again until it changes. */
export function createSearch() {
  const known = new Map<string, { readonly text: string; readonly words: string }>();

  function wordsOf(kept: KeptNotebook): string {
    const before = known.get(kept.id);
    if (before?.text === kept.text) return before.words;
    const words = textsOf(kept);
    known.set(kept.id, { text: kept.text, words });
    return words;
  }

  return {
    /** The notebooks that hold every word. O(characters). */
    find<N extends KeptNotebook>(query: string, notebooks: readonly N[]): readonly N[] {
      const words = plain(query).split(/\s+/u).filter(Boolean);
      return notebooks.filter((kept) => words.every((word) => wordsOf(kept).includes(word)));
    },
  };
}
