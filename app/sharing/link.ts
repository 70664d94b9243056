import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, strToU8 } from 'fflate';
import type { Experiment } from '../../engine/experiment/document.ts';
import { NewerVersionError } from '../../engine/experiment/migrate.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';
import { reasonOf } from '../../workers/asError.ts';
import { formatCount } from '../controls/formatCount.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { inflateCapped, TooLargeError } from './inflate.ts';
import { exactJson } from './json.ts';

/** Version of the link's form: `#v1.<deflated JSON>.<checksum>`. The document inside has its own. */
const LINK_VERSION = 1;
/** Characters of a link, # included: messengers and browsers cut longer ones. */
export const MAX_LINK = 100_000;
const MAX_UNPACKED = 1_000_000;
const CHECKSUM_BYTES = 8;

const FORM = /^#v([1-9]\d{0,5})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{11})$/;

export type LinkRefusal = 'damaged' | 'too-large' | 'newer' | 'invalid';

export type DecodedLink =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly reason: LinkRefusal; readonly message: string };

const refused = (reason: LinkRefusal, message: string): DecodedLink => ({ ok: false, reason, message });

/** First 64 bits of SHA-256 of the link's own text, so that no character of it can change unnoticed. */
const checksumOf = (text: string): string => toBase64url(sha256(strToU8(text)).subarray(0, CHECKSUM_BYTES));

/** Closes a packed document with version and checksum. Exported for tests that play the attacker. */
export function sealLink(packed: Uint8Array, version = LINK_VERSION): string {
  const text = `v${version}.${toBase64url(packed)}`;
  return `#${text}.${checksumOf(text)}`;
}

/** The checksum of a link: names the slot in which a shared experiment is kept. */
export const linkChecksum = (fragment: string): string => fragment.slice(fragment.lastIndexOf('.') + 1);

/**
 * The whole experiment as a URL fragment, every number to the last bit. The same experiment gives the same
 * link, however it came about: validation puts the fields in order.
 * @throws Error when the document is not valid, or the link would be longer than MAX_LINK
 */
export function encodeLink(experiment: Experiment): string {
  const bytes = strToU8(exactJson(parseExperiment(experiment)));
  const link = sealLink(deflateSync(bytes, { level: 9 }));
  if (link.length > MAX_LINK || bytes.length > MAX_UNPACKED)
    throw new Error(
      `the link has ${formatCount(link.length)} characters: allowed ${formatCount(MAX_LINK)}. Download the experiment as a file instead.`,
    );
  return link;
}

function open(packed: string): DecodedLink {
  let text: string;
  try {
    const bytes = inflateCapped(fromBase64url(packed), MAX_UNPACKED);
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return error instanceof TooLargeError
      ? refused('too-large', `The link unpacks to more than ${formatCount(MAX_UNPACKED)} bytes.`)
      : refused('damaged', 'The content of this link can’t be unpacked.');
  }
  try {
    return { ok: true, experiment: parseExperiment(JSON.parse(text)) };
  } catch (error) {
    const message = reasonOf(error);
    if (error instanceof NewerVersionError) return refused('newer', message);
    return error instanceof SyntaxError
      ? refused('damaged', 'The content of this link can’t be read.')
      : refused('invalid', message);
  }
}

/** Reads a fragment. Never throws: what is wrong comes back as a reason and a sentence. */
export function decodeLink(fragment: string): DecodedLink {
  if (fragment.length > MAX_LINK)
    return refused(
      'too-large',
      `The link has ${formatCount(fragment.length)} characters: allowed ${formatCount(MAX_LINK)}.`,
    );
  const [, version, packed, checksum] = FORM.exec(fragment) ?? [];
  if (version === undefined || packed === undefined || checksumOf(`v${version}.${packed}`) !== checksum)
    return refused('damaged', 'Part of this link is missing or altered, so its checksum doesn’t match.');
  if (Number(version) > LINK_VERSION)
    return refused('newer', `link version is ${version}: this build reads up to ${LINK_VERSION}`);
  return open(packed);
}
