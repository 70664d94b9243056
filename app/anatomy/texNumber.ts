import { formatNumber } from '../controls/formatNumber.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const plain = (power: string): string =>
  Array.from(power, (digit) => (digit === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(digit)))).join('');

/** A number as KaTeX: `-1.23`, `{1.2{\times}10^{-5}}`, which is not broken. */
export function texNumber(value: number, digits = 3): string {
  const text = formatNumber(value, digits)
    .replace('−', '-')
    .replace('∞', String.raw`\infty`);
  if (text === '—') return String.raw`\text{—}`;
  const [mantissa = '', power] = text.split('×10');
  return power === undefined ? mantissa : `{${mantissa}{\\times}10^{${plain(power)}}}`;
}

/** The same as a factor or a later summand: in parentheses where it is negative. */
export function texFactor(value: number, digits = 3): string {
  const text = texNumber(value, digits);
  return value < 0 ? `(${text})` : text;
}

/** Factors with signs of multiplication, at which a line may break. */
export const texProduct = (values: readonly number[]): string =>
  values.map((value) => texFactor(value)).join(String.raw`\times `);
