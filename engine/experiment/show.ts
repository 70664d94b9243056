const LONGEST = 40;

/** A value as an error message names it: short, on one line, whatever it is. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const plain = value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
  }
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
