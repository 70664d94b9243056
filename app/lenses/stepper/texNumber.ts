import { formatNumber } from '../../controls/formatNumber.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const plainPower = (power: string): string =>
  Array.from(power, (digit) => (digit === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(digit)))).join('');

/** KaTeX of a number as `formatNumber` shows it. */
export function texNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return String.raw`\text{—}`;
  const [mantissa = '', power] = formatNumber(value, digits)
    .replace('−', '-')
    .replace('∞', String.raw`\infty`)
    .split('×10');
  return power === undefined ? mantissa : String.raw`${mantissa}{\times}10^{${plainPower(power)}}`;
}

/** The same as a factor: what has a sign stands in brackets. */
export const texFactor = (value: number): string => {
  const tex = texNumber(value);
  return tex.startsWith('-') ? `(${tex})` : tex;
};
