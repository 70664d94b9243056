import * as v from 'valibot';
import { exactJson } from '../../sharing/json.ts';
import { lastMoment } from '../../state/storage.ts';
import { copyTitle } from './copyTitle.ts';
import type { Library } from './library.ts';
import { type Draft, joinLines, newId, splitLines, type Stamp } from './record.ts';

/** Texts over this many characters are written at once only when the page goes: the write holds it up. */
const LONGEST_WHILE_WORKING = 1_000_000;
const PLACE = 'notebook:';

/** A text that is to be written, and over which revision. */
export interface Ahead extends Stamp {
  readonly id: string;
  /** The id that it is written under when another tab has written over that revision. */
  readonly copyId: string;
  readonly expected: number;
  readonly draft: Draft;
}

const heading = v.object({
  id: v.string(),
  copyId: v.string(),
  writer: v.string(),
  sequence: v.number(),
  expected: v.number(),
  title: v.string(),
  page: v.exactOptional(v.string()),
});

const keyOf = ({ id, writer }: Ahead): string => `${PLACE}${id}:${writer}`;

function linesOf({ draft: { text, ...shown }, ...head }: Ahead): string {
  return joinLines({ ...head, ...shown }, text);
}

function aheadOf(lines: string): Ahead | null {
  const { head, text } = splitLines(lines);
  const read = v.safeParse(heading, head);
  if (!read.success) return null;
  const { title, page, ...rest } = read.output;
  return { ...rest, draft: { text, title, ...(page === undefined ? {} : { page }) } };
}

/** The same draft, named as a copy. */
export function copyOf({ text, title, ...rest }: Draft): Draft {
  const named = copyTitle(title);
  const notebook = { ...(JSON.parse(text) as object), title: named };
  return { ...rest, title: named, text: exactJson(notebook) };
}

/**
 * Puts a text where writing is immediate, before the store is asked, which may take longer than the page lives.
 * @returns what takes it away again, for when the store has it; null when it was too long
 */
export function writeAhead(ahead: Ahead, leaving: boolean): (() => void) | null {
  const lines = linesOf(ahead);
  if (!leaving && lines.length > LONGEST_WHILE_WORKING) return null;
  const key = keyOf(ahead);
  lastMoment.write(key, lines);
  return () => lastMoment.forget(key, lines);
}

/** Writes a copy under this id, or under another when that copy has been worked on already. */
export async function writeCopy(
  library: Pick<Library, 'writeDraft'>,
  id: string,
  copy: Draft,
  stamp: Stamp,
): Promise<{ readonly id: string; readonly revision: number }> {
  const written = await library.writeDraft(id, copy, 0, stamp);
  return written.kind === 'written'
    ? { id, revision: written.revision }
    : writeCopy(library, newId(), copy, stamp);
}

/**
 * Writes what tabs that are gone could not write any more. Over what others have written since, it becomes a
 * copy. A tab that still works may be met too: its own write then finds its text written.
 */
export async function recover(library: Pick<Library, 'writeDraft'>): Promise<void> {
  for (const key of lastMoment.keys(PLACE)) {
    const lines = lastMoment.read(key);
    const ahead = lines === null ? null : aheadOf(lines);
    if (lines === null || ahead === null) continue;
    const { id, copyId, draft, expected } = ahead;
    const written = await library.writeDraft(id, draft, expected, ahead);
    if (written.kind === 'conflict') await writeCopy(library, copyId, copyOf(draft), ahead);
    lastMoment.forget(key, lines);
  }
}
