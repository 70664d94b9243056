import { deflateSync, strToU8 } from 'fflate';
import type { Experiment } from '../../engine/experiment/document.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';
import { formatCount } from '../controls/formatCount.ts';
import { exactJson } from './json.ts';
import { type LinkForm, linkChecksum, type RefusedLink, seal, unseal } from './packedLink.ts';

export { linkChecksum };

/** Characters of a link, # included: messengers and browsers cut longer ones. */
export const MAX_LINK = 100_000;

const form: LinkForm<Experiment> = {
  letter: 'v',
  version: 1,
  longest: MAX_LINK,
  unpacked: 1_000_000,
  parse: parseExperiment,
};

export type DecodedLink = { readonly ok: true; readonly experiment: Experiment } | RefusedLink;

/** Closes a packed document with version and checksum. Exported for tests that play the attacker. */
export const sealLink = (packed: Uint8Array, version?: number): string => seal(form, packed, version);

/**
 * The whole experiment as a URL fragment, every number to the last bit. The same experiment gives the same
 * link, however it came about: validation puts the fields in order.
 * @throws Error when the document is not valid, or the link would be longer than MAX_LINK
 */
export function encodeLink(experiment: Experiment): string {
  const bytes = strToU8(exactJson(parseExperiment(experiment)));
  const link = sealLink(deflateSync(bytes, { level: 9 }));
  if (link.length > MAX_LINK || bytes.length > form.unpacked)
    throw new Error(
      `the link has ${formatCount(link.length)} characters: allowed ${formatCount(MAX_LINK)}. Download the experiment as a file instead.`,
    );
  return link;
}

/** Reads a fragment. Never throws: what is wrong comes back as a reason and a sentence. */
export function decodeLink(fragment: string): DecodedLink {
  const opened = unseal(form, fragment);
  return opened.ok ? { ok: true, experiment: opened.document } : opened;
}
