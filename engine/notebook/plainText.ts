/** What neither validation nor a page of text has room for: see `longText` in experiment/shapeParts.ts. */
const UNWANTED = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = /\r\n?|[\p{Zl}\p{Zp}]/gu;

/**
 * Text as a cell may hold it: line ends become `\n`, other control characters go, as do those that turn the
 * direction of what follows, and what is over `longest` characters. O(length).
 */
export function plainText(text: string, longest: number): string {
  const plain = text.replace(LINE_ENDS, '\n').replace(UNWANTED, '');
  // half a character at the cut would be no character
  return plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

/** The same on one line: a title. */
export const plainLine = (text: string, longest: number): string =>
  plainText(text.replace(/\s/gu, ' '), longest);
