import * as v from 'valibot';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { exactJson } from '../../sharing/json.ts';

/** Who wrote, and its how manyth text this is: so that one's own earlier text is known from another's. */
export interface Stamp {
  readonly writer: string;
  readonly sequence: number;
}

/** What a list of notebooks shows. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970, of the last change. */
  readonly changed: number;
  /** Counts what has been written, from 1. */
  readonly revision: number;
  /** The built-in page that it is a copy of. */
  readonly page?: string;
}

/** A notebook as it is kept: its text is its file's, every number to the last bit. */
export interface KeptNotebook extends Listed {
  readonly text: string;
}

/** What is about to be kept. */
export type Draft = Pick<KeptNotebook, 'text' | 'title' | 'page'>;

export type StoredNotebook = KeptNotebook & Stamp;

export const draftOf = (notebook: Notebook): Draft => ({
  text: exactJson(notebook),
  title: notebook.title,
  ...(notebook.page === undefined ? {} : { page: notebook.page }),
});

/** 64 random bits: no two tabs choose the same. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const heading = {
  title: v.string(),
  changed: v.pipe(v.number(), v.finite()),
  revision: count,
  page: v.exactOptional(v.string()),
};

const stored = v.object({ ...heading, writer: v.string(), sequence: count });

const listed = v.array(v.object({ ...heading, id: v.string() }));

// A heading on the first line and the notebook's text, which has no line ends, on the second: not JSON in JSON.

/** The text of a heading and what it heads. */
export const joinLines = (head: object, text: string): string => `${JSON.stringify(head)}\n${text}`;

/** The two again; the heading unchecked, and null where it is no JSON. */
export function splitLines(lines: string): { readonly head: unknown; readonly text: string } {
  const end = lines.indexOf('\n');
  try {
    return { head: JSON.parse(lines.slice(0, Math.max(0, end))), text: lines.slice(end + 1) };
  } catch {
    return { head: null, text: lines };
  }
}

export const recordText = ({ id: _id, text, ...head }: StoredNotebook): string => joinLines(head, text);

/** What a record holds. Where its heading can't be read, its text can still be handed out. */
export function recordOf(id: string, lines: string): StoredNotebook {
  const { head, text } = splitLines(lines);
  const read = v.safeParse(stored, head);
  return read.success
    ? { id, text, ...read.output }
    : { id, text, title: '', changed: 0, revision: 0, writer: '', sequence: 0 };
}

export const listedOf = ({ id, title, changed, revision, page }: Listed): Listed => ({
  id,
  title,
  changed,
  revision,
  ...(page === undefined ? {} : { page }),
});

/** Reads an index; null where there is none that can be read. */
export function indexOf(text: string | null): readonly Listed[] | null {
  try {
    const read = v.safeParse(listed, JSON.parse(text ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
