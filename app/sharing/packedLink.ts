import { sha256 } from '@noble/hashes/sha2.js';
import { strToU8 } from 'fflate';
import { NewerVersionError } from '../../engine/experiment/migrate.ts';
import { reasonOf } from '../../workers/asError.ts';
import { formatCount } from '../controls/formatCount.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { inflateCapped, TooLargeError } from './inflate.ts';

export type LinkRefusal = 'damaged' | 'too-large' | 'newer' | 'invalid';

export interface RefusedLink {
  readonly ok: false;
  readonly reason: LinkRefusal;
  readonly message: string;
}

/** A kind of link: `#v1.<deflated JSON>.<checksum>`. The document inside has a version of its own. */
export interface LinkForm<D> {
  /** What the link begins with, before the version of its form. */
  readonly letter: string;
  readonly version: number;
  /** Characters of a link, # included. */
  readonly longest: number;
  /** Bytes that it may unpack to. */
  readonly unpacked: number;
  /** Makes a document of what the link holds. @throws Error with a sentence */
  readonly parse: (value: unknown) => D;
}

const CHECKSUM_BYTES = 8;

const FORM = /^#([a-z])([1-9]\d{0,5})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{11})$/;

const refused = (reason: LinkRefusal, message: string): RefusedLink => ({ ok: false, reason, message });

/** First 64 bits of SHA-256 of the link's own text, so that no character of it can change unnoticed. */
const checksumOf = (text: string): string => toBase64url(sha256(strToU8(text)).subarray(0, CHECKSUM_BYTES));

/** Closes a packed document with letter, version and checksum. */
export function seal(
  { letter, version: newest }: Pick<LinkForm<unknown>, 'letter' | 'version'>,
  packed: Uint8Array,
  version = newest,
): string {
  const text = `${letter}${version}.${toBase64url(packed)}`;
  return `#${text}.${checksumOf(text)}`;
}

/** The checksum of a link: names what is kept of it. */
export const linkChecksum = (fragment: string): string => fragment.slice(fragment.lastIndexOf('.') + 1);

function unpack<D>(
  { unpacked, parse }: LinkForm<D>,
  packed: string,
): { ok: true; document: D } | RefusedLink {
  let text: string;
  try {
    const bytes = inflateCapped(fromBase64url(packed), unpacked);
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return error instanceof TooLargeError
      ? refused('too-large', `The link unpacks to more than ${formatCount(unpacked)} bytes.`)
      : refused('damaged', 'The content of this link can’t be unpacked.');
  }
  try {
    return { ok: true, document: parse(JSON.parse(text)) };
  } catch (error) {
    const message = reasonOf(error);
    if (error instanceof NewerVersionError) return refused('newer', message);
    return error instanceof SyntaxError
      ? refused('damaged', 'The content of this link can’t be read.')
      : refused('invalid', message);
  }
}

/**
 * Reads a fragment. Never throws: what is wrong comes back as a reason and a sentence. Costs no more than
 * `longest` characters to check and `unpacked` bytes to read.
 */
export function unseal<D>(form: LinkForm<D>, fragment: string): { ok: true; document: D } | RefusedLink {
  if (fragment.length > form.longest)
    return refused(
      'too-large',
      `The link has ${formatCount(fragment.length)} characters: allowed ${formatCount(form.longest)}.`,
    );
  const [, letter, version, packed, checksum] = FORM.exec(fragment) ?? [];
  if (
    letter !== form.letter ||
    version === undefined ||
    packed === undefined ||
    checksumOf(`${letter}${version}.${packed}`) !== checksum
  )
    return refused('damaged', 'Part of this link is missing or altered, so its checksum doesn’t match.');
  if (Number(version) > form.version)
    return refused('newer', `link version is ${version}: this build reads up to ${form.version}`);
  return unpack(form, packed);
}
