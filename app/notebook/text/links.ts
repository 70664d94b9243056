/** Where a link of a text leads. */
export type LinkKind = 'inside' | 'outside' | 'mail';

export interface Link {
  readonly href: string;
  readonly kind: LinkKind;
}

const LONGEST = 2_000;

/**
 * Only `#…` in this page, http(s) addresses with a host, and mail. Anything else is no link: scripts, data,
 * files, addresses relative to this page or to its protocol, and those that a browser would repair.
 */
export function linkOf(url: string): Link | null {
  if (url.length > LONGEST || /[\u0000-\u0020\u007f\\]/.test(url)) return null;
  if (url.startsWith('#')) return { href: url, kind: 'inside' };
  if (/^mailto:[^/]/i.test(url)) return { href: url, kind: 'mail' };
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return null;
  return { href: url, kind: 'outside' };
}
