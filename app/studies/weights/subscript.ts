const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** A whole number as a subscript: `12` is `₁₂`. */
export const subscript = (count: number): string =>
  Array.from(String(count), (digit) => DIGITS[Number(digit)]).join('');
