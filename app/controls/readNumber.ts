export interface Allowed {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Says what is allowed, in place of the range. */
  readonly allowed?: string;
}

const withMinus = (text: string): string => text.replaceAll('-', '−');

function range({ min, max }: Allowed): string {
  if (min !== undefined && max !== undefined) return `${withMinus(String(min))} to ${withMinus(String(max))}`;
  if (min !== undefined) return `${withMinus(String(min))} or more`;
  if (max !== undefined) return `${withMinus(String(max))} or less`;
  return 'any number';
}

/** `Units` reads `units` inside a sentence; a symbol such as `N` stays. */
const asWord = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/**
 * The number a person typed.
 * @throws `units is 10000: allowed 1 to 256`
 */
export function readNumber(label: string, text: string, limits: Allowed): number {
  const typed = text.trim();
  const value = typed === '' ? NaN : Number(typed.replaceAll('−', '-'));
  const inside = value >= (limits.min ?? -Infinity) && value <= (limits.max ?? Infinity);
  const whole = limits.integer !== true || !Number.isFinite(value) || Number.isInteger(value);
  if (Number.isFinite(value) && inside && whole) return value;
  const what = limits.integer === true && !whole ? `whole numbers, ${range(limits)}` : range(limits);
  throw new Error(`${asWord(label)} is ${typed === '' ? 'empty' : typed}: allowed ${limits.allowed ?? what}`);
}

/** One arrow key's step from `value`, held inside the limits and free of binary dust. */
export function stepNumber(value: number, by: number, { min = -Infinity, max = Infinity }: Allowed): number {
  return Math.min(max, Math.max(min, Number((value + by).toPrecision(12))));
}
