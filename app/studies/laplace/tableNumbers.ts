import { formatNumber } from '../../controls/formatNumber.ts';

/** So many decimals, so that a column lines up; a true minus sign. */
export const decimals = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits).replace('-', '−') : formatNumber(value);

/** Three significant digits, zeros kept, where that is a plain number. */
export const threeDigits = (value: number): string =>
  value >= 0.001 && value < 1000 ? value.toPrecision(3) : formatNumber(value, 3);
