const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MINUS = '−';

const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') +
  Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]).join('');

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/**
 * A number for reading: `digits` significant digits without trailing zeros, a true minus sign, ×10ⁿ from
 * 10⁶ up and below 10⁻⁴, `—` for NaN. Whole parts below 10⁶ are never cut.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return '—';
  if (value === 0) return '0';
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  const [mantissa = '', power = ''] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= 6 || exponent < -4) return `${sign}${trimZeros(mantissa)}×10${superscript(exponent)}`;
  return sign + trimZeros(size.toFixed(Math.max(0, digits - 1 - exponent)));
}
