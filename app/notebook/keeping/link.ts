import { deflateSync, strToU8 } from 'fflate';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { exactJson } from '../../sharing/json.ts';
import { type LinkForm, type RefusedLink, seal, unseal } from '../../sharing/packedLink.ts';

/**
 * Characters of a notebook's link, # included. Windows hands an address from a mail to the browser in a command
 * line of 32 767 characters at most (CreateProcessW), and Chrome's address bar shows up to 32 kB: this leaves
 * room for what stands before the #. Messengers may cut earlier, so the length is always said.
 */
export const MAX_NOTEBOOK_LINK = 32_000;

const form: LinkForm<Notebook> = {
  letter: 'n',
  version: 1,
  longest: MAX_NOTEBOOK_LINK,
  unpacked: 2_000_000,
  parse: parseNotebook,
};

export type NotebookLink =
  | { readonly kind: 'link'; readonly fragment: string; readonly characters: number }
  /** `characters`: of the link; of the text that it would hold where that alone is too much to pack. */
  | { readonly kind: 'too-long'; readonly characters: number; readonly message: string };

export type DecodedNotebookLink = { readonly ok: true; readonly notebook: Notebook } | RefusedLink;

const tooLong = (characters: number, allowed: number, what: string): NotebookLink => ({
  kind: 'too-long',
  characters,
  message: `${what} has ${formatCount(characters)} characters: allowed ${formatCount(allowed)}. Download the notebook as a file instead.`,
});

/** Closes a packed notebook with version and checksum. Exported for tests that play the attacker. */
export const sealNotebookLink = (packed: Uint8Array, version?: number): string => seal(form, packed, version);

/**
 * The whole notebook as a URL fragment, every number to the last bit; the same notebook gives the same link.
 * @throws Error when the notebook is not valid
 */
export function notebookLink(notebook: Notebook): NotebookLink {
  const bytes = strToU8(exactJson(parseNotebook(notebook)));
  if (bytes.length > form.unpacked) return tooLong(bytes.length, form.unpacked, 'the notebook’s text');
  const fragment = sealNotebookLink(deflateSync(bytes, { level: 9 }));
  const characters = fragment.length;
  return characters > MAX_NOTEBOOK_LINK
    ? tooLong(characters, MAX_NOTEBOOK_LINK, 'the link')
    : { kind: 'link', fragment, characters };
}

/** Reads a fragment. Never throws: what is wrong comes back as a reason and a sentence. */
export function decodeNotebookLink(fragment: string): DecodedNotebookLink {
  const opened = unseal(form, fragment);
  return opened.ok ? { ok: true, notebook: opened.document } : opened;
}
